import { expect } from '@jest/globals';
import { requestWorkflowId } from '../../src/domain/requests/workflow-id.js';
import type { ProcessName } from '../../src/laptop/servers/run-file.js';
import type { Wired } from '../../src/wire.js';
import { submission } from '../support/desk.js';
import { type ReceivedMail, type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';
import { type Answer, fresh, startSystem, type TestSystem, until } from '../support/system.js';

/** A row of the mail log, as the API shows it. */
export interface LedgerRow {
  id: string;
  status: string;
  code: string | null;
  messageId: string;
  resolvedBy: string | null;
}

/** The running system with its mail server, and what the tests of outages do with them. */
export class OutageDesk {
  private constructor(
    readonly system: TestSystem,
    readonly wired: Wired,
    public sink: SmtpSink,
  ) {}

  static async start(): Promise<OutageDesk> {
    const sink = await startSmtpSink();
    const system = await startSystem({ SMTP_URL: sink.url });
    return new OutageDesk(system, await system.wired(), sink);
  }

  async close(): Promise<void> {
    await this.system.close();
    await this.sink.close();
  }

  /** Kills it and holds back the supervisor, who would start it again at once. */
  async takeAway(name: ProcessName): Promise<() => Promise<void>> {
    const before = this.system.pid(name);
    this.system.signal(['supervisor'], 'SIGSTOP');
    await this.system.kill(name);
    return async () => {
      this.system.signal(['supervisor'], 'SIGCONT');
      await this.system.back({ [name]: before });
    };
  }

  /** Nobody listens there meanwhile. */
  async takeMailServerAway(): Promise<() => Promise<void>> {
    const { port } = this.sink;
    await this.sink.close();
    return async () => {
      this.sink = await startSmtpSink({ port });
    };
  }

  async submit(email = newAddress()): Promise<string> {
    const body = submission({}, { email });
    const { status, body: taken } = await this.system.api('POST', '/api/v1/ta-requests', { body });
    expect(status).toBe(201);
    return taken.id;
  }

  /** A request whose workflow runs. */
  async running(): Promise<string> {
    const id = await this.submit();
    await this.runs(id);
    return id;
  }

  async runs(id: string): Promise<void> {
    await until(
      async () => (await this.workflow(id)) === 'RUNNING',
      () => `a workflow for ${id}`,
    );
  }

  async decides(id: string): Promise<void> {
    const sooner = { kind: 'reprioritise', urgent: true, reason: 'hearing moved' };
    expect(await this.decideAtLast(id, sooner, fresh('decision'))).toMatchObject({ urgent: true });
  }

  async workflow(id: string): Promise<string> {
    const handle = this.wired.client.workflow.getHandle(requestWorkflowId(id, 1));
    return handle.describe().then(
      ({ status }) => status.name,
      () => 'MISSING',
    );
  }

  decide(id: string, body: unknown, idempotencyKey?: string): Promise<Answer> {
    const path = `/api/v1/ta-requests/${id}/decisions`;
    return this.system.api('POST', path, { body, idempotencyKey, timeoutMs: 60_000 });
  }

  /** As a person does who is told to try again in a minute: with the same key, until it is done. */
  async decideAtLast(id: string, body: unknown, idempotencyKey: string): Promise<Answer['body']> {
    let answer = await this.decide(id, body, idempotencyKey);
    await until(
      async () => {
        if (answer.status === 503) answer = await this.decide(id, body, idempotencyKey);
        return answer.status !== 503;
      },
      () => 'it can be decided',
    );
    expect(answer.status).toBe(200);
    return answer.body;
  }

  async statusOf(id: string): Promise<string> {
    return (await this.system.api('GET', `/api/v1/ta-requests/${id}`)).body.status;
  }

  async eventTypes(requestId: string): Promise<string[]> {
    const { db } = this.wired.services;
    const events = await db.processEvent.findMany({ where: { requestId }, orderBy: { seq: 'asc' } });
    return events.map(({ type }) => type);
  }

  arrived(email: string): ReceivedMail[] {
    return this.sink.received.filter((mail) => mail.recipients.includes(email));
  }

  async ledger(about: string): Promise<LedgerRow[]> {
    return (await this.system.api('GET', `/api/v1/messages?about=${about}`)).body.items;
  }

  /** A mail about a request, once it is in this state (and was put there for this reason). */
  async mail(about: string, status: string, code?: string): Promise<LedgerRow> {
    let rows: LedgerRow[] = [];
    const find = () => rows.find((row) => row.status === status && (!code || row.code === code));
    await until(
      async () => {
        rows = await this.ledger(about);
        return find() !== undefined;
      },
      () => `${status} ${code ?? ''}; it is ${JSON.stringify(rows)}`,
    );
    return find() as LedgerRow;
  }

  resolve(messageId: string, action: 'resend' | 'mark-sent'): Promise<Answer> {
    return this.system.api('POST', `/api/v1/messages/${messageId}/resolution`, { body: { action } });
  }
}

export const newAddress = () => `${fresh('person')}@legal-aid.example`;
