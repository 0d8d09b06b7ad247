import { likeness, runsOfWords, type Sketch, sketchOf } from '../../domain/requests/likeness.js';
import type { Database } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { DataKey } from '../../ports/vault.js';
import { withKey } from '../data-keys.js';
import type { Recording } from '../recording.js';
import { type Sql, sql } from '../sql.js';
import { openCaseText } from './case-text.js';

/** The key that sketches are made under, wrapped; null: there is none yet. */
export type SketchKey = { number: number; dataKey: DataKey } | null;

/** As a column of a statement that reads more: one round trip less where a request is accepted. */
export const newestSketchKey = sql`(SELECT json_build_object('number', number, 'dataKey', json_build_object('wrapped', k.wrapped))
  FROM sketch_key JOIN data_key k ON k.id = data_key_id ORDER BY number DESC LIMIT 1)`;

/**
 * Keeps what a new request's words are alike by. It goes when the request does. Never in the way of a request: under a
 * key that can't be opened there is none, until `reconcile` has made them under another.
 */
export async function sketchNew(
  rec: Recording,
  services: Pick<RecordServices, 'vault' | 'log'>,
  { requestId, texts, known }: { requestId: string; texts: string[]; known: SketchKey },
): Promise<void> {
  const key = known ?? (await firstKey(rec, services));
  try {
    rec.behind.also(insertSketch(requestId, key.number, made(services, key, texts), STAYS));
  } catch (error) {
    if ((error as Error).name !== 'VaultError') throw error;
    services.log.warn({ requestId }, 'no sketch: its key cannot be opened');
  }
}

/** Two may find none at once: one of theirs it is. */
async function firstKey(
  { tx, at, behind }: Recording,
  { vault }: Pick<RecordServices, 'vault'>,
): Promise<NonNullable<SketchKey>> {
  const dataKey = vault.newDataKey('sketch_key');
  const { count } = await tx.sketchKey.createMany({
    data: [{ number: 1, dataKeyId: dataKey.id, createdAt: at }],
    skipDuplicates: true,
  });
  if (count === 1) behind.insert('dataKey', dataKey);
  return tx.sketchKey.findFirstOrThrow({ orderBy: { number: 'desc' }, include: withKey });
}

function made(
  { vault }: Pick<RecordServices, 'vault'>,
  { dataKey }: NonNullable<SketchKey>,
  texts: string[],
): Sketch {
  return sketchOf(runsOfWords(...texts), (runs) => vault.keyedNumbers(dataKey, 'likeness', runs));
}

/** Of a request that is there. `known`: what becomes of a sketch made before. */
function insertSketch(requestId: string, number: number, { signature, bands }: Sketch, known: Sql): Sql {
  return sql`INSERT INTO request_sketch (request_id, key_number, signature, bands)
    SELECT id, ${number}::int, ${bytesOf(signature)}::bytea, ${[...bands]}::int[] FROM ta_request
    WHERE id = ${requestId}::uuid ON CONFLICT (request_id) ${known}`;
}

const STAYS = sql`DO NOTHING`;
const GOES = sql`DO UPDATE SET key_number = excluded.key_number, signature = excluded.signature, bands = excluded.bands`;

const bytesOf = (signature: Uint32Array) =>
  Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength);

function numbersIn(bytes: Uint8Array): Uint32Array {
  const own = Uint8Array.from(bytes);
  return new Uint32Array(own.buffer, 0, own.byteLength >> 2);
}

export interface Alike {
  requestId: string;
  /** From 0 to 1. */
  share: number;
}

/** Whatever is sent a thousand times, no more than this is compared. */
const MOST_COMPARED = 300;

/** Other requests whose words are alike, the most alike first. An index finds them; nothing is walked. */
export async function alikeTo(db: Database, requestId: string, least: number): Promise<Alike[]> {
  const rows = await db.$queryRaw<{ id: string; signature: Uint8Array }[]>`
    SELECT request_id AS id, signature FROM request_sketch WHERE request_id = ${requestId}::uuid
    UNION ALL
    (SELECT s.request_id, s.signature FROM request_sketch s
      WHERE s.bands && (SELECT bands FROM request_sketch WHERE request_id = ${requestId}::uuid)
        AND s.key_number = (SELECT key_number FROM request_sketch WHERE request_id = ${requestId}::uuid)
        AND s.request_id <> ${requestId}::uuid LIMIT ${MOST_COMPARED})`;
  const own = rows.find(({ id }) => id === requestId);
  if (!own) return [];
  const signature = numbersIn(own.signature);
  return rows
    .filter(({ id }) => id !== requestId)
    .map(({ id, signature: theirs }) => ({
      requestId: id,
      share: likeness(signature, numbersIn(theirs)),
    }))
    .filter(({ share }) => share >= least)
    .sort((one, other) => other.share - one.share || (one.requestId < other.requestId ? -1 : 1));
}

const BATCH = 100;

/**
 * Makes the sketches that are missing, and those that were made under an earlier key; keys that nothing stands under
 * any more go. A key that can't be opened is followed by a new one. Resolves to how many were made.
 */
export async function mendSketches(
  services: Pick<RecordServices, 'db' | 'vault' | 'clock'>,
): Promise<number> {
  const { db } = services;
  const key = await keyToUse(services);
  let count = 0;
  for (;;) {
    const rows = await db.taRequest.findMany({
      where: { OR: [{ sketch: null }, { sketch: { keyNumber: { not: key.number } } }] },
      select: {
        id: true,
        ...withKey,
        texts: {
          where: { field: { in: ['facts', 'questions'] }, status: 'effective' },
          orderBy: { createdAt: 'asc' },
          select: { id: true, field: true, sealed: true },
        },
      },
      take: BATCH,
    });
    for (const row of rows) {
      const said = (field: string) => row.texts.filter((text) => text.field === field).at(-1);
      const texts = [said('facts'), said('questions')].flatMap((text) =>
        text ? [openCaseText(services, row, text)] : [],
      );
      await db.$executeRaw`${insertSketch(row.id, key.number, made(services, key, texts), GOES)}`;
      count += 1;
    }
    if (rows.length < BATCH) break;
  }
  await db.sketchKey.deleteMany({ where: { number: { not: key.number }, sketches: { none: {} } } });
  return count;
}

async function keyToUse(
  services: Pick<RecordServices, 'db' | 'vault' | 'clock'>,
): Promise<NonNullable<SketchKey>> {
  const { db, vault, clock } = services;
  const newest = await db.sketchKey.findFirst({ orderBy: { number: 'desc' }, include: withKey });
  try {
    if (newest) {
      vault.keyedNumbers(newest.dataKey, 'likeness', []);
      return newest;
    }
  } catch (error) {
    if ((error as Error).name !== 'VaultError') throw error;
  }
  const dataKey = vault.newDataKey('sketch_key');
  const row = { number: (newest?.number ?? 0) + 1, dataKeyId: dataKey.id, createdAt: clock.now() };
  const [, made] = await db.$transaction([
    db.dataKey.create({ data: dataKey, select: { id: true } }),
    db.sketchKey.create({ data: row }),
  ]);
  return { ...made, dataKey };
}
