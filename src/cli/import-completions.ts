import { recordCompletion } from '../usecases/completions/record-completion.js';
import { COMPLETION_COLUMNS, completionsOf } from './completions-csv.js';
import { withServices } from './connect.js';
import { type LineError, readCsv } from './csv.js';
import { print, tell, tellProblem } from './say.js';

/** `ta-desk import completions FILE`: nothing is recorded unless every line can be. Running it again adds nothing. */
export async function importCompletions(file: string, { source }: { source: string }): Promise<number> {
  const { rows, errors } = readCsv(file, COMPLETION_COLUMNS);
  return withServices(async ({ services }) => {
    const courses = services.programs.current().program.courses.map(({ id }) => id);
    const read = completionsOf(rows, { source, courses });
    if (tellLineErrors(file, [...errors, ...read.errors])) return 1;
    let created = 0;
    let doubtful = 0;
    for (const [n, input] of read.inputs.entries()) {
      const recorded = await recordCompletion(services, { kind: 'system' }, input);
      if (!recorded.ok) {
        tellProblem(recorded.problem);
        return 1;
      }
      if (recorded.value.isNew) created += 1;
      if (recorded.value.isNew && recorded.value.view.awaitsDecision) doubtful += 1;
      if ((n + 1) % 500 === 0) tell(`${n + 1} of ${read.inputs.length}`);
    }
    print(`${created} recorded, ${read.inputs.length - created} known already.`);
    if (doubtful > 0)
      print(
        `${doubtful} of them say one thing by score and another by result: staff decide under Completions.`,
      );
    return 0;
  });
}

/** Tells what is wrong, line by line; true when something is. */
export function tellLineErrors(file: string, errors: readonly LineError[]): boolean {
  const sorted = errors.toSorted((a, b) => a.line - b.line);
  for (const { line, message } of sorted) tell(`${file}:${line}: ${message}`);
  if (sorted.length > 0)
    tell(`Nothing was imported: ${sorted.length} ${sorted.length === 1 ? 'error' : 'errors'}.`);
  return sorted.length > 0;
}
