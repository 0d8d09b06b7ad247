import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { submission } from '../support/desk.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';
import { fresh, startSystem, type TestSystem, until } from '../support/system.js';

interface LedgerRow {
  id: string;
  kind: string;
  status: string;
  code: string | null;
  messageId: string;
  resolvedBy: string | null;
}

describe('the mail ledger tells what the mail server did', () => {
  let sink: SmtpSink;
  let system: TestSystem;

  beforeAll(async () => {
    sink = await startSmtpSink();
    system = await startSystem({ SMTP_URL: sink.url });
    expect((await system.api('GET', '/api/v1/messages')).status).toBe(200);
  }, 180_000);
  afterAll(async () => {
    await system?.close();
    await sink?.close();
  }, 90_000);

  test('it refused the address for good: failed, and nothing is tried again', async () => {
    const email = newAddress();
    sink.setFault({ kind: 'refuse', at: 'rcpt', code: 550 }, email);
    const about = await submit(email);
    expect(await receipt(about, 'failed')).toMatchObject({ code: 'smtp-550' });
    expect(arrived(email)).toHaveLength(0);
  }, 90_000);

  test('it hung up with the mail in hand: unknown, shown to staff, and never sent again by itself', async () => {
    const email = newAddress();
    sink.setFault({ kind: 'hang-up', at: 'data' }, email);
    const about = await submit(email);
    const { messageId } = await receipt(about, 'unknown');
    expect(arrived(email).map((mail) => mail.messageId)).toEqual([messageId]);
    const shown = await system.api('GET', '/api/v1/messages?status=unknown');
    expect(shown.body.items.map((row: LedgerRow) => row.messageId)).toContain(messageId);
  }, 90_000);

  test('staff send an unknown one again: a new mail with an id of its own, the old one settled', async () => {
    const email = newAddress();
    sink.setFault({ kind: 'hang-up', at: 'data' }, email);
    const about = await submit(email);
    const first = await receipt(about, 'unknown');
    sink.setFault({ kind: 'none' }, email);
    const { status, body } = await resolve(first.id, 'resend');
    expect(status).toBe(200);
    expect(body.messageId).not.toBe(first.messageId);
    await until(
      () => arrived(email).length === 2,
      () => 'the second mail arrives',
    );
    expect(new Set(arrived(email).map(({ messageId }) => messageId))).toEqual(
      new Set([first.messageId, body.messageId]),
    );
    await receipt(about, 'sent');
    const rows = await ledger(about);
    expect(rows.map((row) => row.status).sort()).toEqual(['sent', 'unknown']);
    expect(rows.find((row) => row.id === first.id)?.resolvedBy).toMatch(/^key:/);
    expect((await resolve(first.id, 'resend')).status).toBe(409);
  }, 90_000);

  test('staff know that an unknown one has arrived: marked as sent, once', async () => {
    const email = newAddress();
    sink.setFault({ kind: 'hang-up', at: 'data' }, email);
    const about = await submit(email);
    const { id } = await receipt(about, 'unknown');
    expect(await resolve(id, 'mark-sent')).toMatchObject({ status: 200, body: { id, status: 'sent' } });
    expect((await resolve(id, 'mark-sent')).status).toBe(409);
    expect(arrived(email)).toHaveLength(1);
  }, 90_000);

  test('"not now" and a mail server that is away: tried again until it is taken, once', async () => {
    const [greylisted, early] = [newAddress(), newAddress()];
    sink.setFault({ kind: 'refuse', at: 'rcpt', code: 451 }, greylisted);
    const first = await submit(greylisted);
    expect(await receipt(first, 'queued', 'smtp-451')).toMatchObject({ status: 'queued' });

    const { port } = sink;
    await sink.close();
    const second = await submit(early);
    expect(await receipt(second, 'queued', 'esocket')).toMatchObject({ status: 'queued' });

    sink = await startSmtpSink({ port });
    await receipt(first, 'sent');
    await receipt(second, 'sent');
    expect([...arrived(greylisted), ...arrived(early)]).toHaveLength(2);
  }, 120_000);

  const newAddress = () => `${fresh('reader')}@legal-aid.example`;
  const arrived = (email: string) => sink.received.filter((mail) => mail.recipients.includes(email));

  async function submit(email: string): Promise<string> {
    const answer = await system.api('POST', '/api/v1/ta-requests', { body: submission({}, { email }) });
    expect(answer.status).toBe(201);
    return answer.body.id;
  }

  async function ledger(about: string): Promise<LedgerRow[]> {
    const { body } = await system.api('GET', `/api/v1/messages?about=${about}`);
    return body.items;
  }

  /** The receipt of a request, once it is in this state (and was put there for this reason). */
  async function receipt(about: string, status: string, code?: string): Promise<LedgerRow> {
    let rows: LedgerRow[] = [];
    const find = () => rows.find((row) => row.status === status && (!code || row.code === code));
    await until(
      async () => {
        rows = await ledger(about);
        return find() !== undefined;
      },
      () => `${status} ${code ?? ''}; it is ${JSON.stringify(rows)}`,
    );
    return find() as LedgerRow;
  }

  function resolve(id: string, action: 'resend' | 'mark-sent') {
    return system.api('POST', `/api/v1/messages/${id}/resolution`, { body: { action } });
  }
});
