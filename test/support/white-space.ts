import { expect } from '@jest/globals';

/** Nearly as long as a form's body may be once encoded; between words, so that trimming takes nothing away. */
export const LONG = {
  spaces: `x${' '.repeat(500_000)}x`,
  tabs: `x${'\t'.repeat(165_000)}x`,
  lines: `x${'\n'.repeat(165_000)}x`,
  pairs: `SSN${' \n'.repeat(120_000)}x`,
};
/** It took 26 seconds, and everybody else waited meanwhile. */
const AT_MOST_MS = 10_000;

/** What people can type into or choose in the forms of a page. */
function namesIn(html: string): string[] {
  const tags = html.match(/<(?:input|textarea|select)\b[^>]*>/g) ?? [];
  const names = tags
    .filter((tag) => !/type="hidden"/.test(tag))
    .map((tag) => / name="([^"]+)"/.exec(tag)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Sends a page's form with each of its fields full of white space, and each kind of it: answered at once, never by a failure. */
export async function sendWhiteSpace(
  path: string,
  page: {
    open(path: string): Promise<string>;
    send(path: string, fields: Record<string, string>): Promise<{ status: number }>;
  },
): Promise<void> {
  const names = namesIn(await page.open(path));
  expect({ path, names }).not.toEqual({ path, names: [] });
  const kinds = Object.entries(LONG);
  for (let turn = 0; turn < Math.max(names.length, kinds.length); turn += 1) {
    const name = names[turn % names.length] ?? '';
    const [kind, text] = kinds[turn % kinds.length] ?? [];
    const begun = Date.now();
    const { status } = await page.send(path, { [name]: text ?? '' });
    const ms = Date.now() - begun;
    const answer = { path, name, kind, status, ms };
    expect({ ...answer, taken: [200, 303, 403, 409, 422].includes(status), atOnce: ms < AT_MOST_MS }).toEqual(
      {
        ...answer,
        taken: true,
        atOnce: true,
      },
    );
  }
}
