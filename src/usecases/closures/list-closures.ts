import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import type { ClosureView } from './closure.schema.js';

/** Closures in force, by date: those of the program file and those staff entered. */
export async function listClosures(services: Services, actor: Actor): Promise<Result<ClosureView[]>> {
  if (!may(actor, 'closures.read')) return refuse('role-reads-no-closures');
  const rows = await services.db.closure.findMany({ where: { removedAt: null } });
  const entered = rows.map((row) => ({
    date: row.date.toISOString().slice(0, 10),
    name: row.name,
    enteredAt: row.enteredAt.toISOString(),
  }));
  const written = services.programs.current().program.closures.map((day) => ({ ...day, enteredAt: null }));
  return ok([...written, ...entered].sort((a, b) => (a.date < b.date ? -1 : 1)));
}
