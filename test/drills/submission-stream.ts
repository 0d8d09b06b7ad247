import { pause } from '../../src/adapters/host/process-kit.js';
import { submission } from '../support/desk.js';
import { type Answer, fresh, type TestSystem } from '../support/system.js';

/** A request the API has answered 201 for: from now on it may not be lost. */
export interface Acknowledged {
  id: string;
  reference: string;
  email: string;
  /** Sent again since no answer came, or a failure. */
  repeats: number;
}

export interface SubmissionStream {
  acknowledged: Acknowledged[];
  /** Answers no good client should ever get, e.g. a 409 to a repeat of its own call. */
  refused: Answer[];
  /** Lets what is under way be acknowledged, however long that takes. */
  stop(): Promise<void>;
}

/** Several clients that send one request after another, and each again with its key until it is taken. */
export function startStream(
  system: TestSystem,
  options: { writers: number; pauseMs: number },
): SubmissionStream {
  const acknowledged: Acknowledged[] = [];
  const refused: Answer[] = [];
  let wanted = true;
  const writer = async () => {
    while (wanted) {
      const sent = await sendUntilTaken(system);
      if ('answer' in sent) refused.push(sent.answer);
      else acknowledged.push(sent);
      await pause(options.pauseMs);
    }
  };
  const writing = Promise.all(Array.from({ length: options.writers }, writer));
  return {
    acknowledged,
    refused,
    async stop() {
      wanted = false;
      await writing;
    },
  };
}

/** As a well-behaved client does: no answer or 5xx means the same call with the same key again. */
export async function sendUntilTaken(system: TestSystem): Promise<Acknowledged | { answer: Answer }> {
  const idempotencyKey = fresh('key');
  const email = `${fresh('person')}@legal-aid.example`;
  const supervisor = { name: 'Sam Supervisor', email: `boss-of-${email}`, role: 'attorney' };
  // One in four has a supervisor, who is written to as well.
  const supervised = Math.random() < 0.25;
  const body = submission(supervised ? { supervisor } : {}, {
    email,
    role: supervised ? 'paralegal' : 'attorney',
    ...(supervised ? { licensedIn: [] } : {}),
  });
  for (let repeats = 0; ; repeats += 1) {
    const answer = await system
      .api('POST', '/api/v1/ta-requests', { body, idempotencyKey })
      .catch(() => null);
    if (answer?.status === 201)
      return { id: answer.body.id, reference: answer.body.reference, email, repeats };
    if (answer && answer.status < 500) return { answer };
    await pause(200);
  }
}
