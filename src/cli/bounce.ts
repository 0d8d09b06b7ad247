import { text } from 'node:stream/consumers';
import { takeBounceReport } from '../usecases/subscriptions/take-bounce-report.js';
import { withServices } from './connect.js';
import { print } from './say.js';

/** `ta-desk bounce`: one mail on standard input, as a mail server pipes it. 0 also when it is about nothing of ours. */
export async function bounce(): Promise<number> {
  const mail = await text(process.stdin);
  return withServices(async ({ services }) => {
    const done = await takeBounceReport(services, mail);
    print(
      done.taken
        ? `${done.addresses} ${done.addresses === 1 ? 'address gets' : 'addresses get'} no more mail to lists.`
        : 'Nothing to take: no report about an address, or not about a mail of ours.',
    );
    return 0;
  });
}
