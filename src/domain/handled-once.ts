/** Ids of commands and facts that a process remembers: enough for whatever may still come twice. */
const KEPT = 50;

export const remembered = (handled: readonly string[], id: string): string[] => [...handled, id].slice(-KEPT);

/** What a kind of fact does to a running process. */
export interface FactSheet<State, Fact, Decided> {
  /** Of one that would count anew when told again; the others change nothing the second time by themselves. */
  id?(fact: Fact): string;
  does(state: State, fact: Fact): Decided | null;
}

/** A row per kind of fact. */
export type FactSheets<State, Fact extends { kind: string }, Decided> = {
  [Kind in Fact['kind']]: FactSheet<State, Extract<Fact, { kind: Kind }>, Decided>;
};

/** What a fact does to a running process; null when it changes nothing (late, early, repeated or not its business). */
export function applyOnce<
  State extends { handled: string[] },
  Fact extends { kind: string },
  Decided extends { state: State },
>(sheets: FactSheets<State, Fact, Decided>, state: State, fact: Fact): Decided | null {
  const sheet = sheets[fact.kind as Fact['kind']] as FactSheet<State, Fact, Decided> | undefined;
  // One that a newer version tells of.
  if (!sheet) return null;
  const id = sheet.id?.(fact);
  // The relay may deliver a fact twice when the database dies right after the first time.
  if (id !== undefined && state.handled.includes(id)) return null;
  const decided = sheet.does(state, fact);
  if (!decided || id === undefined) return decided;
  return { ...decided, state: { ...decided.state, handled: remembered(decided.state.handled, id) } };
}
