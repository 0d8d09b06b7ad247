/** As many as one note may name. */
export const MOST_MENTIONED = 20;

interface Named {
  id: string;
  name: string;
  email: string;
}

/** What stands before the @ of their address, by which colleagues name each other: `ana.ruiz`. */
export const handleOf = ({ email }: Pick<Named, 'email'>): string => email.slice(0, email.indexOf('@'));

/**
 * Those of the staff whom a text names: an @ at the beginning of a word, and behind it somebody's name, handle or
 * address, the longest that fits. A handle or name that two have names neither.
 */
export function mentionedIn<S extends Named>(text: string, staff: readonly S[]): S[] {
  return [...new Set(calledIn(text, staff).flatMap((one) => (one ? [one] : [])))];
}

/** Does an @ at the beginning of a word stand before a name that is no one colleague’s? Nobody is told there. */
export const namesNobody = (text: string, staff: readonly Named[]): boolean =>
  calledIn(text, staff).includes(null);

/** Whom each @ before a name means, in their order; null: nobody, or nobody alone. */
function calledIn<S extends Named>(text: string, staff: readonly S[]): (S | null)[] {
  const folded = text.toLowerCase();
  const calls = callsOf(staff);
  const found: (S | null)[] = [];
  for (let at = folded.indexOf('@'); at !== -1; at = folded.indexOf('@', at + 1)) {
    if (isOfWord(folded[at - 1])) continue;
    const call = calls.find(([by]) => folded.startsWith(by, at + 1) && !goesOn(folded, at + 1 + by.length));
    if (call) found.push(call[1]);
    else if (/\p{L}/u.test(folded[at + 1] ?? '')) found.push(null);
  }
  return found;
}

/** What each may be called by, the longest first. */
function callsOf<S extends Named>(staff: readonly S[]): (readonly [string, S])[] {
  const all = staff.flatMap((one) =>
    [...new Set([one.email, one.name, handleOf(one)].map((by) => by.toLowerCase()))]
      .filter((by) => by !== '')
      .map((by) => [by, one] as const),
  );
  return all
    .filter(([by, one]) => !all.some(([other, another]) => other === by && another !== one))
    .sort(([a], [b]) => b.length - a.length);
}

const isOfWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

/** The word is longer, or an address; the full stop of a sentence is neither. */
function goesOn(text: string, at: number): boolean {
  const next = text[at];
  if (isOfWord(next) || next === '@') return true;
  return (next === '.' || next === '-' || next === '_') && isOfWord(text[at + 1]);
}
