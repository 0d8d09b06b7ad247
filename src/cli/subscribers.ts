import { csvCell } from '../domain/text/csv-cell.js';
import { subscribersOf } from '../usecases/subscriptions/subscribers-of.js';
import { CannotRun, withServices } from './connect.js';
import { print } from './say.js';

/** `desk subscribers LIST`: who wants word of a workshop, as CSV with everybody's way out. */
export async function subscribers(list: string): Promise<number> {
  return withServices(async ({ services }) => {
    const { workshops } = services.programs.current().program;
    if (!workshops.some(({ id }) => id === list)) {
      throw new CannotRun(`There is no such list. Name one of: ${workshops.map(({ id }) => id).join(', ')}.`);
    }
    const rows = await subscribersOf(services, list);
    print('email,name,unsubscribe');
    for (const one of rows) {
      print(subscriberRow(one));
    }
    return 0;
  });
}

/**
 * Neither name nor address may be read as a formula by a spreadsheet. People do have addresses that begin with a plus;
 * those that could run something lose their use for it.
 */
export function subscriberRow(one: { email: string; name: string; unsubscribe: string }): string {
  const { email } = one;
  // Of an address nothing but letters, digits and a few signs behind its plus or minus runs nowhere.
  const harmless = /^[+-][\w.+-]+@[\w.-]+$/.test(email);
  return [harmless ? `"${email}"` : csvCell(email), csvCell(one.name), csvCell(one.unsubscribe)].join(',');
}
