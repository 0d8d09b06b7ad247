import { en } from '../api/text/en/en.js';
import { keepErasures } from '../keep-erasures.js';
import { eraseByHand, previewErasure, type Subject } from '../usecases/erasure/erase-by-hand.js';
import type { Erased } from '../usecases/erasure/erase-person.js';
import { withServices } from './connect.js';
import { print, tell, tellProblem } from './say.js';

/**
 * `desk erase --request ID` or `--person EMAIL`: says what would be erased and what stays; with `--yes` erases it. Exit
 * codes: 0 said or done, 1 refused (a hold, nothing there), 2 misused.
 */
export async function erase(options: { request?: string; person?: string; yes?: boolean }): Promise<number> {
  const subject = subjectOf(options);
  if (!subject) {
    tell('Say what to erase: either --request with an id or a reference, or --person with an address.');
    return 2;
  }
  return withServices(async ({ services }, { mode, dataDir }) => {
    const done = await (options.yes ? eraseByHand : previewErasure)(services, { kind: 'system' }, subject);
    if (!done.ok) {
      tellProblem(done.problem);
      return 1;
    }
    if (options.yes) {
      await services.relay.sweep();
      if (mode === 'start') await keepErasures(services.db, dataDir);
    }
    for (const line of linesOf(done.value)) print(line);
    tell(options.yes ? 'Erased.' : 'Nothing was erased. Say it again with --yes to erase it for good.');
    return 0;
  });
}

function subjectOf({ request, person }: { request?: string; person?: string }): Subject | null {
  if ((request === undefined) === (person === undefined)) return null;
  return request === undefined ? { person: (person ?? '').trim() } : { request: request.trim() };
}

function linesOf({ counts, kept }: Erased): string[] {
  const { erasures: t } = en.staff.desk;
  return [
    ...Object.entries(counts).map(([kind, count]) => `${kind}: ${count}`),
    ...(kept.completions > 0 ? [`stays: ${t.keptCompletions(kept.completions)}`] : []),
    `stays: ${t.keptReadings}`,
    `stays: ${t.keptNumbers}`,
  ];
}
