import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ok, refuse } from '../../src/domain/result.js';
import type { Transaction } from '../../src/ports/database.js';
import type { Starts } from '../../src/ports/process-inputs.js';
import type { RecordServices } from '../../src/ports/services.js';
import { followingCommand } from '../../src/usecases/following-command.js';
import { lock } from '../../src/usecases/lock.js';
import { LEADING_TO, readingWhatWaits } from '../../src/usecases/reads-what-waits.js';
import { type Recording, recording } from '../../src/usecases/recording.js';
import { recordingOrRefusal } from '../../src/usecases/recording-or-refusal.js';
import { sql } from '../../src/usecases/sql.js';
import type * as workflows from '../../src/workflows/index.js';
import { statementsOf } from '../support/count-statements.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

const BEFORE = '2026-11-03T18:00:00.000Z';
const AFTER_THE_LOCK = '2026-11-03T18:00:05.000Z';

let database: TestDatabase;
let happened: string[];
let now: string;
/** What the engine was told of, once it was committed. */
let services: Pick<RecordServices, 'db' | 'relay' | 'clock'>;

beforeAll(async () => {
  database = await createTestDatabase();
  services = {
    db: database.db,
    clock: { now: () => new Date(now) },
    relay: {
      deliver: async (rows) => {
        const committed = await database.db.outbox.count({ where: { id: { in: rows.map(({ id }) => id) } } });
        for (const { kind, name, workflowId, payload } of rows)
          happened.push(JSON.stringify([committed === rows.length, kind, name, workflowId, payload]));
      },
    },
  };
});
afterAll(() => database.drop());
beforeEach(async () => {
  [happened, now] = [[], BEFORE];
  await database.db.outbox.deleteMany();
});

describe('a recording', () => {
  test('has one instant', async () => {
    const instants = await recording(services, async (rec) => {
      const first = rec.at;
      now = '2026-11-03T19:00:00.000Z';
      return [first, rec.at].map((at) => at.toISOString());
    });
    expect(instants).toEqual([BEFORE, BEFORE]);
  });

  test('that waits for a lock is later than whoever held it, whatever was asked before', async () => {
    const instants = await recording(services, async (rec) => {
      const first = rec.at;
      now = AFTER_THE_LOCK;
      await lock(rec.tx, 'person', 'ada@legal-aid.example');
      return [first, rec.at].map((at) => at.toISOString());
    });
    expect(instants).toEqual([BEFORE, AFTER_THE_LOCK]);
  });

  test('of what happened before has that instant, lock or no lock', async () => {
    const at = new Date('2026-11-01T00:00:00.000Z');
    const work = async (rec: Recording) => {
      await lock(rec.tx, 'person', 'ada@legal-aid.example');
      return rec.at;
    };
    expect(await recording(services, work, { at })).toBe(at);
  });

  test('tells the engine once it is committed, in the order of the work', async () => {
    await recording(services, async ({ outbox }) => {
      outbox.start('zoomMeeting', 'zoom-meeting/1', { v: 1, callId: '1' });
      outbox.signal('meetingChanged', 'zoom-meeting/1', { v: 1 });
      outbox.start('mailDelivery', 'mail/2', { v: 1, messageId: '2' });
      happened.push('worked');
    });
    expect(happened).toEqual([
      'worked',
      '[true,"start","zoomMeeting","zoom-meeting/1",[{"v":1,"callId":"1"}]]',
      '[true,"signal","meetingChanged","zoom-meeting/1",[{"v":1}]]',
      '[true,"start","mailDelivery","mail/2",[{"v":1,"messageId":"2"}]]',
    ]);
    const rows = await database.db.outbox.findMany();
    expect(rows.map(({ createdAt }) => createdAt.toISOString())).toEqual([BEFORE, BEFORE, BEFORE]);
  });

  test('that says so answers before the engine has heard', async () => {
    const away = {
      ...services,
      relay: { ...services.relay, deliver: () => new Promise<void>(() => undefined) },
    };
    const work = recording(
      away,
      async ({ outbox }) => outbox.start('mailDelivery', 'mail/1', { v: 1, messageId: '1' }),
      { awaitDelivery: false },
    );
    await expect(work).resolves.toBeUndefined();
  });

  test('that fails, or refuses, tells nothing', async () => {
    const failed = recording(services, async ({ outbox }) => {
      outbox.start('mailDelivery', 'mail/1', { v: 1, messageId: '1' });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    const refused = await recordingOrRefusal<string>(services, async ({ outbox }) => {
      outbox.start('mailDelivery', 'mail/1', { v: 1, messageId: '1' });
      return refuse('nothing-here');
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(happened).toEqual([]);
    expect(await recordingOrRefusal(services, async () => ok('done'))).toEqual(ok('done'));
  });

  test('writes its last rows in one statement, and finds them itself before', async () => {
    const key = (id: string) => ({
      id: followingCommand(id, 'key'),
      belongsTo: 'message',
      wrapped: Buffer.from([0, 255, 92]),
      keyId: 'one',
    });
    const message = (id: string, effectKey: string) => ({
      id,
      kind: 'request-received',
      to: ['a@b.example', 'c "d" \\ {e}@b.example'],
      subject: 'A “subject”, \\x41 and 😀',
      dataKeyId: key(id).id,
      sealed: Buffer.from([0, 255, 92]),
      status: 'queued',
      code: 'any-column',
      messageId: `<${id}>`,
      effectKey,
      queuedAt: new Date(BEFORE),
    });
    const [first, second] = [randomUUID(), randomUUID()];
    const found = await recording(services, async ({ tx, behind, outbox }) => {
      behind.insert('dataKey', key(first));
      behind.insert('message', message(first, 'once'));
      outbox.start('mailDelivery', 'mail/first', { v: 1, messageId: first }, { withMessage: first });
      const seen = await tx.message.findMany({ select: { id: true } });
      behind.insert('dataKey', key(second));
      behind.insert('message', message(second, 'once'));
      outbox.start('mailDelivery', 'mail/second', { v: 1, messageId: second }, { withMessage: second });
      outbox.start('zoomMeeting', 'zoom-meeting/1', { v: 1, callId: '1' });
      behind.also(sql`DELETE FROM process_trouble WHERE workflow_id = 'none'`);
      return seen;
    });
    expect(found).toEqual([{ id: first }]);
    const rows = await database.db.message.findMany();
    expect(rows).toMatchObject([{ ...message(first, 'once'), cc: [], attempts: 0, sentAt: null }]);
    // Nor is its key kept.
    expect(await database.db.dataKey.findMany()).toMatchObject([key(first)]);
    // The mail that was there already is not sent once more.
    expect(happened.map((told) => JSON.parse(told)[3])).toEqual(['mail/first', 'zoom-meeting/1']);
  });

  const sent = sql`(SELECT count(*) FROM process_event)`;
  test.each<[string, (tx: Transaction) => Promise<unknown>]>([
    ['its table', (tx) => tx.processEvent.count()],
    ['a statement of ours', (tx) => tx.$queryRaw`SELECT id FROM process_event`],
    ['a piece of one', (tx) => tx.$queryRaw`SELECT ${sent} AS sent`],
    ['one that writes', (tx) => tx.$executeRaw`DELETE FROM process_event WHERE false`],
    ['an include', (tx) => tx.taRequest.findMany({ include: { events: true } })],
    ['a condition', (tx) => tx.person.count({ where: { requested: { some: { events: { some: {} } } } } })],
  ])('writes what waits before %s reads it', async (_what, read) => {
    expect(await order(read)).toEqual(['written', 'read']);
  });

  test.each<[string, (tx: Transaction) => Promise<unknown>]>([
    ['another table', (tx) => tx.person.count()],
    ['another table’s relation', (tx) => tx.call.findMany({ include: { series: true } })],
    ['a statement about others', (tx) => tx.$queryRaw`SELECT id FROM message`],
    ['a lock', (tx) => lock(tx, 'person', 'ada@legal-aid.example')],
  ])('lets it wait while %s is asked for', async (_what, read) => {
    expect(await order(read)).toEqual(['read', 'written']);
  });

  test('finds what was changed beside, and says so of a statement that changes nothing', async () => {
    await recording(services, async ({ tx, behind }) => {
      const workflowId = 'troubled';
      const at = new Date(BEFORE);
      await tx.processTrouble.create({
        data: { workflowId, activity: 'closeCall', code: 'none', since: at, at },
      });
      behind.also(sql`DELETE FROM process_trouble WHERE workflow_id = ${workflowId}`);
      expect(await tx.processTrouble.count({ where: { workflowId } })).toBe(0);
      expect(() => behind.also(sql`SELECT 1`)).toThrow('writes no table');
    });
  });

  test('knows every relation that leads to a table whose rows wait', () => {
    const waiting =
      /^ {2}(\w+) +(?:TaRequest|CaseText|ProcessEvent|ProcessTrouble|Message|Outbox|DataKey)\b/gm;
    const leading = [...readFileSync('prisma/schema.prisma', 'utf8').matchAll(waiting)].map(
      ([, name]) => name,
    );
    expect([...new Set(leading)].sort()).toEqual(Object.keys(LEADING_TO).sort());
  });

  test('looks for none among the bytes of a document', async () => {
    const looked: unknown[] = [];
    const entries = jest.spyOn(Object, 'entries').mockImplementation((of) => {
      looked.push(of);
      return Reflect.ownKeys(of).map((name) => [String(name), Reflect.get(of, name)]);
    });
    try {
      const sealed = Buffer.from('A document.');
      const tx = readingWhatWaits(
        { caseDocument: { create: async () => ({}) } } as never,
        async () => undefined,
      );
      await tx.caseDocument.create({ data: { sealed, request: { connect: {} } } } as never);
      expect(looked.filter((of) => ArrayBuffer.isView(of))).toEqual([]);
      expect(looked.length).toBeGreaterThan(1);
    } finally {
      entries.mockRestore();
    }
  });

  /** Whether a row that waits is written before or after what `read` asks of the database. */
  async function order(read: (tx: Transaction) => Promise<unknown>): Promise<string[]> {
    const statements = await statementsOf(() =>
      recording(services, async ({ tx, behind }) => {
        const what = { type: 'held', actor: 'system', contentHash: '', data: {} };
        behind.insert('processEvent', { workflowId: randomUUID(), seq: 1, at: new Date(BEFORE), ...what });
        await read(tx);
      }),
    );
    return statements
      .filter((text) => !/^(BEGIN|COMMIT)$/.test(text))
      .map((text) => (text.includes('INSERT INTO process_event') ? 'written' : 'read'));
  }

  test('starts and signals what there is, with what it takes: the compiler says so', () => {
    // Each workflow begins with what its name says, and none has no name.
    type Each = { [Name in keyof Starts]: (input: Starts[Name]) => Promise<void> };
    const told: typeof workflows extends Each ? keyof Starts : never = 'taRequest' as keyof typeof workflows;
    const wrong = () =>
      recording(services, async ({ outbox }) => {
        // @ts-expect-error: no such workflow
        outbox.start('mailDelivered', 'mail/1', { v: 1, messageId: '1' });
        // @ts-expect-error: begins with something else
        outbox.start('mailDelivery', 'mail/1', { v: 1, callId: '1' });
        // @ts-expect-error: no such fact of a call
        outbox.signal('callFact', 'call/1', { v: 1, kind: 'rescheduled', at: BEFORE });
      });
    expect([told, wrong]).toEqual(['taRequest', expect.any(Function)]);
  });
});
