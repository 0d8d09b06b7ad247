import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import type { ClosureView } from './closure.schema.js';
import { closureEntries, namedSpan, spanOf } from './closure-entry.js';

/** Closures in force, by first day: those of the program file and those staff entered. */
export async function listClosures(services: Services, actor: Actor): Promise<Result<ClosureView[]>> {
  if (!may(actor, 'closures.read')) return refuse('role-reads-no-closures');
  const entered = (await closureEntries(services.db)).map((entry) => ({
    ...namedSpan(spanOf(entry)),
    name: entry[0].name,
    enteredAt: entry[0].enteredAt.toISOString(),
  }));
  const written = services.programs.current().program.closures.map((day) => ({ ...day, enteredAt: null }));
  return ok([...written, ...entered].sort((a, b) => (a.date < b.date ? -1 : 1)));
}
