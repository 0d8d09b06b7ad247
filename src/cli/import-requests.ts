import { en } from '../api/text/en/en.js';
import { say } from '../api/text/say.js';
import { loadCalendar } from '../usecases/calendar/load-calendar.js';
import { importRequests as importAll } from '../usecases/requests/import-requests.js';
import { withServices } from './connect.js';
import { readCsv } from './csv.js';
import { tellLineErrors } from './import-completions.js';
import { lineMessage, REQUEST_COLUMNS, requestsOf } from './requests-csv.js';
import { print, tell } from './say.js';

/** `ta-desk import requests FILE`: open requests of an older form, all of them or none. */
export async function importRequests(file: string): Promise<number> {
  const { rows, errors } = readCsv(file, REQUEST_COLUMNS);
  return withServices(async ({ services }) => {
    const calendar = await loadCalendar(services.db, services);
    const read = requestsOf(rows, { calendar, now: services.clock.now().toISOString() });
    if (tellLineErrors(file, [...errors, ...read.errors])) return 1;
    const done = await importAll(services, read.requests, (n) => tell(`${n} of ${read.requests.length}`));
    if (done.ok) {
      print(`${done.value.imported} requests taken over, ${done.value.overdue} of them past due.`);
      return 0;
    }
    const refused = (done.problems ?? []).flatMap(({ line, problem }) =>
      problem.errors?.length
        ? problem.errors.map((field) => ({ line, message: lineMessage(field) }))
        : [{ line, message: say(en, problem) }],
    );
    tellLineErrors(file, refused);
    return 1;
  });
}
