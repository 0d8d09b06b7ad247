import { mailWorkflowId } from '../../src/domain/requests/workflow-id.js';
import type { TestDesk } from '../support/desk.js';
import type { SmtpFault, SmtpSink } from '../support/smtp-sink.js';

const OUTCOMES: [path: string, fault: SmtpFault, status: string][] = [
  ['mail-sent', { kind: 'none' }, 'sent'],
  ['mail-refused', { kind: 'refuse', at: 'rcpt', code: 550 }, 'failed'],
  ['mail-of-unknown-fate', { kind: 'hang-up', at: 'data' }, 'unknown'],
  ['mail-given-up', { kind: 'refuse', at: 'data', code: 451 }, 'failed'],
];

/** One acknowledgement for everything that can become of a mail. The desk must send to this sink. */
export async function walkMailPaths(desk: TestDesk, sink: SmtpSink): Promise<Map<string, string>> {
  const walked = new Map<string, string>();
  for (const [path, fault, status] of OUTCOMES) {
    sink.setFault(fault);
    const { id } = await desk.submit({}, { email: `${path}@legal-aid.example` });
    for (let tried = 0; ; ) {
      const message = await attempted(desk, id, tried);
      if (message.status === status) {
        walked.set(path, mailWorkflowId(message.id));
        break;
      }
      tried = message.attempts;
      // To the next attempt and no further: simulated time does not wait for a running one.
      await desk.server.sleep(Math.min(10_000 * 2 ** (tried - 1), 3_600_000) + 1_000);
    }
  }
  return walked;
}

/** The request's one mail once an attempt after the first `tried` is over, or once it was given up. */
async function attempted(desk: TestDesk, aboutId: string, tried: number) {
  for (let looked = 0; looked < 2_000; looked += 1) {
    const message = await desk.wired.services.db.message.findFirstOrThrow({ where: { aboutId } });
    if (message.status !== 'sending' && (message.attempts > tried || message.status !== 'queued'))
      return message;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('no attempt was made to deliver a mail');
}
