import type { FoundIdentifier } from '../../../domain/requests/identifier-warning.js';
import type { Fields } from './fields.js';

export interface Choice {
  value: string;
  text: string;
  hint?: string;
}

/** How large a label or legend is; `heading`: it is the page's own heading. */
type Size = 'regular' | 's' | 'm' | 'heading';

interface Base {
  /** Of the input, and where the error's link leads. */
  name: string;
  hint?: string;
  /** Left out: small and bold. */
  size?: Size;
  /** Said where it was left empty; without it the field may stay empty, or `read` says what is wrong. */
  missing?: string;
}

/** One thing a form asks for, or says between what it asks. */
export type Field =
  | (Base & {
      type: 'line';
      label: string;
      email?: true;
      /** In characters; left out: as wide as there is room. */
      width?: number;
      inputmode?: 'numeric';
      /** What the browser may fill in; `off` for what is somebody else's. */
      autocomplete?: string;
      spellcheck?: false;
    })
  /** `most`: how many characters, told while somebody types. `namesFrom`: the select whose people scripts offer behind an @. */
  | (Base & {
      type: 'words';
      label: string;
      rows?: number;
      most?: number;
      spellcheck?: boolean;
      namesFrom?: string;
    })
  | (Base & { type: 'select'; label: string; choices: Choice[]; autocomplete?: string })
  | (Base & {
      type: 'radios';
      legend: string;
      choices: (Choice | { divider: string })[];
      inline?: true;
      small?: true;
    })
  /** Several values under one name. */
  | (Base & { type: 'checkboxes'; legend?: string; choices: Choice[]; small?: true })
  /** Three inputs: `<name>-month`, `<name>-day`, `<name>-year`. */
  | (Base & { type: 'date'; legend: string })
  | (Base & { type: 'file'; label: string; accept?: string })
  /** Drawn by the page's own template. */
  | (Base & { type: 'own' })
  /** Known already, and not to be changed here. */
  | { type: 'fixed'; label: string; value: string; hint?: string }
  /** What an address says of the fields of these names, told by scripts as they are typed; without them nothing. */
  | { type: 'told'; from: string; names: string[] }
  | { type: 'text'; text: string }
  /** `ask`: whom to ask where something it names has no link. */
  | { type: 'note'; text: string; links?: { text: string; href: string }[]; ask?: string }
  | { type: 'warning'; title: string; text: string }
  /** What in the typed words may tell who a client is. */
  | { type: 'found'; found: FoundWords[] }
  /** Fields that belong together. */
  | { type: 'group'; name: string; legend: string; hint: string; fields: Field[] };

/** What was found, in words, and where it stands. */
export interface FoundWords extends Pick<FoundIdentifier, 'excerpt'> {
  what: string;
  /** Said where the text has several lines. */
  where?: string;
}

export interface Button {
  text: string;
  /** Of several buttons the one that was pressed. */
  name?: string;
  value?: string;
  id?: string;
  style?: 'warning' | 'secondary';
  classes?: string;
  /** For those who don't see what the button stands beside. */
  hiddenText?: string;
}

/** What somebody fills in and sends; every form of the desk is described by one. */
export interface Form {
  /** Where it is sent; left out: to the page's own address. */
  action?: string;
  id?: string;
  classes?: string;
  /** It takes a file. */
  upload?: true;
  /** Its buttons stand in a row of something else. */
  inline?: true;
  /** For staff: closer together, and nothing of their own is filled in by their browser. */
  dense?: true;
  /** Hidden values that tell it apart from the page's other forms. */
  which?: Record<string, string>;
  /** What it was made from, sent along unseen. */
  hidden?: Record<string, string>;
  fields?: Field[];
  /** Names that a page after it sends along, and that hold no words. */
  after?: string[];
  /** What stands in it before anybody has typed. */
  initial?: Fields;
  buttons: Button[];
  /** Beside the buttons: away, without sending. */
  cancel?: { text: string; href: string };
}

/** Every field, those inside of others too. */
export function allFields(fields: readonly Field[] = []): Field[] {
  return fields.flatMap((field) => (field.type === 'group' ? [field, ...allFields(field.fields)] : [field]));
}
