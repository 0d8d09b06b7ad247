/** Mailboxes of many people; whoever writes almost the same has most likely mistyped it. */
const COMMON =
  `gmail.com googlemail.com yahoo.com ymail.com rocketmail.com hotmail.com outlook.com live.com msn.com
  icloud.com me.com mac.com aol.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net
  earthlink.net proton.me protonmail.com zoho.com fastmail.com`.split(/\s+/);

/** Real ones that look like a slip of the above. */
const ALSO_REAL = new Set(
  'mail.com email.com gmx.com gmx.net gmx.us ymail.com hey.com pm.me live.org cox.com att.com charter.com'.split(
    ' ',
  ),
);

/** Endings that don't exist, and what was meant. Every real ending is left alone: `.co` and `.cm` are countries. */
const ENDINGS: [typed: string, meant: string][] = [
  ['com', 'con cim cpm cmo ocm vom xom comm coom ccom comn cmom'],
  ['org', 'ogr rog orgg orh irg prg ofg orgn'],
  ['gov', 'gvo goc gof govv ggov'],
  ['edu', 'eud edi edy eduu'],
  ['net', 'nte ent nett ner neet'],
].flatMap(([meant = '', typed = '']) => typed.split(' ').map((one): [string, string] => [one, meant]));

/** What somebody most likely meant to type: `ana@gmail.con` → `ana@gmail.com`. Null when nothing looks wrong. */
export function suggestAddress(email: string): string | null {
  const at = email.lastIndexOf('@');
  if (at < 1) return null;
  const typed = email.slice(at + 1).toLowerCase();
  const ended = withRealEnding(typed);
  const meant = COMMON.includes(ended) || ALSO_REAL.has(ended) ? ended : (closest(ended) ?? ended);
  return meant === typed ? null : `${email.slice(0, at)}@${meant}`;
}

function withRealEnding(domain: string): string {
  const dot = domain.lastIndexOf('.');
  const meant = ENDINGS.find(([typed]) => typed === domain.slice(dot + 1))?.[1];
  return meant ? domain.slice(0, dot + 1) + meant : domain;
}

/** One slip away; two in long names. Of short names only an exact one counts: too many real ones are close. */
function closest(domain: string): string | null {
  const near = COMMON.map((one) => ({ one, slips: slipsBetween(domain, one), most: allowedIn(one) }))
    .filter(({ slips, most }) => slips <= most)
    .sort((a, b) => a.slips - b.slips);
  return near[0]?.one ?? null;
}

function allowedIn(domain: string): number {
  const name = domain.split('.')[0] ?? '';
  if (name.length < 5) return 0;
  return name.length < 7 ? 1 : 2;
}

/** Letters left out, put in, changed or swapped with their neighbor (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const cell = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        cell(i - 1, j) + 1,
        (row[j - 1] ?? 0) + 1,
        cell(i - 1, j - 1) + changed,
        swapped ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return cell(a.length, b.length);
}
