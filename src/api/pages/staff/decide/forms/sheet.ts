import type { StaffRole } from '../../../../../domain/people/actor.js';
import { roleMayDecide } from '../../../../../domain/requests/offered.js';
import type { RequestContent } from '../../../../../usecases/requests/request-content.js';
import type { Texts } from '../../../../text/texts.js';
import type { PageError } from '../../../../views/page-errors.js';
import { type Fields, one } from '../../../kit/fields.js';
import type { Field } from '../../../kit/form.js';
import { byline } from '../../request/conversation.js';
import type { StaffRequest } from '../../request/load-request.js';
import type { FormContext } from '../decision-form.js';

/** Words that stand beside a form: what it answers, or what came back. */
export interface Beside {
  heading: string | undefined;
  byline: string;
  body: string;
  /** Of a note of a reviewer: they changed the text, too. */
  changed?: boolean;
}

/** The page of one decision; its words stand in the catalogue, `staff.decisions`. */
export interface DecisionSheet {
  /** In the order in which they are asked. */
  fields: (context: FormContext, texts: Texts) => Field[];
  /** What the form shows before anything was typed: how things stand now. */
  initial?: (request: StaffRequest, content: RequestContent, asked: { task?: string }) => Fields;
  /** What the schema can't say well, because it never sees how the form asks. */
  wrong?: (typed: Fields, texts: Texts) => PageError[];
  /** The decision without its kind, where it isn't the fields by their names. */
  toDecision?: (typed: Fields, texts: Texts) => Record<string, unknown>;
  beside?: (request: StaffRequest, content: RequestContent, texts: Texts) => Beside | null;
  /** Where it leads once done, where that isn't the request’s page: the rest of what was decided. */
  next?: (typed: Fields, requestId: string) => string | null;
  /** What the request’s page says of it beside that it is done: a code of its address. */
  said?: (typed: Fields, staff: FormContext['staff']) => string | null;
  /** It ends the request or can't be taken back; its button says so by its color, and the intro in words. */
  final?: true;
  /** What was merged into the request ends with it, unanswered. */
  endsOthers?: true;
  /** The request is over with it, and with the request its open follow-up tasks. */
  endsTasks?: true;
  /** The draft stands below it. */
  showsDraft?: true;
}

/** A field for words; the domain's sheet says who reads them, and that is said beside it. */
export const words = (
  name: string,
  text: { label: string; hint?: string; missing?: string },
  rows = 6,
): Field => ({ type: 'words', name, rows, ...text });

export const wrong = (name: string, message: string): PageError => ({ pointer: `/${name}`, message });

/** Undefined: left empty. */
export const typedIn = (typed: Fields, name: string): string | undefined => one(typed, name) || undefined;
export const isYes = (typed: Fields, name: string): boolean | undefined =>
  one(typed, name) ? one(typed, name) === 'yes' : undefined;

/** Whoever may not write the answer can still be in charge, of what ends in another way. */
export const mayAnswer = (role: StaffRole): boolean => roleMayDecide(role, 'draft-response');

/** Who returned the draft changed it too: their version came at one moment with their note. */
export function wroteBoth({ threads, draft }: Pick<RequestContent, 'threads' | 'draft'>): boolean {
  const note = threads.filter(({ field }) => field === 'return-note').at(-1);
  return note !== undefined && note.at === draft?.at && draft.author.id === note.author.id;
}

/** The last words of a kind in the request's conversation. */
export function lastWritten(
  field: RequestContent['threads'][number]['field'],
  { program }: Pick<StaffRequest, 'program'>,
  content: Pick<RequestContent, 'threads' | 'draft'>,
  texts: Texts,
): (Beside & { at: string }) | null {
  const entry = content.threads.filter((one) => one.field === field).at(-1);
  return entry
    ? {
        heading: texts.staff.request.threads[entry.field],
        byline: byline(texts, entry, program.zone),
        body: entry.body,
        at: entry.at,
        changed: field === 'return-note' && wroteBoth(content),
      }
    : null;
}
