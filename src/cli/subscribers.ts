import { subscribersOf } from '../records/subscriptions/subscribers-of.js';
import { CannotRun, withServices } from './connect.js';
import { print } from './say.js';

/** `desk subscribers LIST`: who wants word of a workshop, as CSV with everybody's way out. */
export async function subscribers(list: string): Promise<number> {
  return withServices(async ({ services }) => {
    const { workshops } = services.programs.current().program;
    if (!workshops.some(({ id }) => id === list)) {
      throw new CannotRun(`There is no such list. Name one of: ${workshops.map(({ id }) => id).join(', ')}.`);
    }
    print('email,name,unsubscribe');
    for (const one of await subscribersOf(services, list)) {
      print([one.email, one.name, one.unsubscribe].map(quoted).join(','));
    }
    return 0;
  });
}

/** A name must not be read as a formula by a spreadsheet. */
const quoted = (cell: string) => `"${cell.replace(/^[=+\-@]/, (sign) => `'${sign}`).replaceAll('"', '""')}"`;
