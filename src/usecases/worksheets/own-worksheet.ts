import { validate as isUuid } from 'uuid';
import type { EmpWorksheet } from '../../adapters/database/generated/client.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { WorksheetWords } from '../../domain/worksheets/worksheet.schema.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import type { WithKey } from '../data-keys.js';
import { withKey } from '../data-keys.js';

/** One's own worksheet, opened. */
export interface OwnWorksheet {
  id: string;
  version: number;
  savedAt: string;
  words: WorksheetWords;
}

type Row = WithKey<EmpWorksheet>;

type Stores = Pick<Services, 'db' | 'vault'>;

const place = (rowId: string) => ({ table: 'emp_worksheet', rowId, field: 'words' });

export const sealWorksheet = (
  { vault }: Pick<Services, 'vault'>,
  { id, dataKey }: Pick<Row, 'id' | 'dataKey'>,
  words: WorksheetWords,
) => vault.seal(dataKey, place(id), JSON.stringify(words));

const opened = ({ vault }: Pick<Services, 'vault'>, row: Row): OwnWorksheet => ({
  id: row.id,
  version: row.version,
  savedAt: row.savedAt.toISOString(),
  words: JSON.parse(vault.open(row.dataKey, place(row.id), row.sealed)) as WorksheetWords,
});

/** Its row, for its owner alone: to everybody else, staff and supervisors too, it is not there. */
export async function ownRow(
  tx: Pick<Transaction, 'empWorksheet'>,
  actor: Actor,
  id: string,
): Promise<Row | null> {
  if (actor.kind !== 'person' || !isUuid(id)) return null;
  return tx.empWorksheet.findFirst({ where: { id, personId: actor.id }, include: withKey });
}

/** Refuses `not-found`. */
export async function readWorksheet(
  services: Stores,
  actor: Actor,
  id: string,
): Promise<Result<OwnWorksheet>> {
  const row = await ownRow(services.db, actor, id);
  return row ? ok(opened(services, row)) : refuse('no-such-worksheet');
}

/** All of one's own, the one saved last first. */
export async function listWorksheets(services: Stores, actor: Actor): Promise<OwnWorksheet[]> {
  if (actor.kind !== 'person') return [];
  const rows = await services.db.empWorksheet.findMany({
    where: { personId: actor.id },
    orderBy: [{ savedAt: 'desc' }, { id: 'asc' }],
    include: withKey,
  });
  return rows.map((row) => opened(services, row));
}
