import { STATES } from '../../../domain/program/states.js';

/** Names or codes of states, separated by commas, semicolons or line ends. `unknown`: words that are neither. */
export function parseStates(text: string): { codes: string[]; unknown: string[] } {
  const words = text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const codes: string[] = [];
  const unknown: string[] = [];
  for (const word of words) {
    const lower = word.toLowerCase().replace(/\.$/, '');
    const state = STATES.find(
      ({ code, name }) => code.toLowerCase() === lower || name.toLowerCase() === lower,
    );
    if (!state) unknown.push(word);
    else if (!codes.includes(state.code)) codes.push(state.code);
  }
  return { codes, unknown };
}

export function stateName(code: string): string {
  return STATES.find((state) => state.code === code)?.name ?? code;
}

/** Options for a select, with an empty first one. */
export function stateOptions(chosen: string): { value: string; text: string; selected: boolean }[] {
  return [
    { value: '', text: 'Choose a state or territory', selected: chosen === '' },
    ...STATES.map(({ code, name }) => ({ value: code, text: name, selected: code === chosen })),
  ];
}
