import type { Request } from 'express';
import { validate as isUuid } from 'uuid';
import { commentWords } from '../../../../domain/requests/comments.schema.js';
import type { Decision, DecisionKind } from '../../../../domain/requests/decision.schema.js';
import { ok, type Problem, type Result } from '../../../../domain/result.js';
import { dropAnswer, keepAnswer } from '../../../../usecases/answers/answer-in-work.js';
import { addComment, answerComment, resolveComment } from '../../../../usecases/answers/draft-comments.js';
import { insertableBody } from '../../../../usecases/answers/insertables.js';
import { decideRequest } from '../../../../usecases/requests/decide-request.js';
import type { AppServices } from '../../../app-deps.js';
import type { Texts } from '../../../text/texts.js';
import type { PageError, PageProblem } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { leadTo } from '../../kit/elsewhere.js';
import { type Fields, one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import { type Again, type Asked, asIs } from '../../kit/form-page.js';
import { toRequest } from '../decide/decide-page.js';
import { readDecision } from '../decide/read-decision.js';
import { checkedWords } from '../parts/staff-identifiers.js';
import { staffPaths } from '../staff-paths.js';
import { type AnswerPage, answerNameOf } from './answer-load.js';

/** What a button of the page asks for. */
export type Act =
  | { do: 'decide'; decision: Decision; text: string }
  | { do: 'keep'; text: string }
  | { do: 'discard' }
  | { do: 'comment'; paragraph: number; words: string }
  | { do: 'answer'; comment: string; words: string }
  | { do: 'resolve' | 'reopen'; comment: string };

export type Did = Exclude<Act['do'], 'decide'> | DecisionKind;

/** Names that its side columns send along, and that hold no words. */
export const SIDE = ['insert', 'comment-on', 'answer-to', 'resolve', 'reopen', 'paragraph', 'said'];

/** What was pressed, with what it needs. */
export async function readAnswer(
  services: AppServices,
  fields: Fields,
  page: AnswerPage,
  { texts }: Request,
) {
  const { answer } = texts.staff;
  const { me, request, kind } = page;
  const text = one(fields, 'body');
  const pressed = (name: string) => one(fields, name);
  if (pressed('insert')) {
    const item = { id: request.view.id, item: pressed('insert') };
    const body = await insertableBody(services, me, item);
    if (!body.ok) return { ...body, asIs: true as const };
    const { insert: _, ...others } = fields;
    return { again: { ...others, body: [text, body.value].filter(Boolean).join('\n\n') } };
  }
  if (pressed('comment-on')) {
    const said = pressed('comment');
    const paragraph = Number(pressed('paragraph'));
    const errors = [
      ...wrongWords('/comment', said, answer.comments.missing),
      ...(Number.isSafeInteger(paragraph) && paragraph > 0
        ? []
        : [{ pointer: '/comment', message: answer.comments.choose }]),
    ];
    return errors.length > 0 ? onlyThese(errors) : asIs<Act>({ do: 'comment', paragraph, words: said });
  }
  if (pressed('answer-to')) {
    const comment = pressed('answer-to');
    const said = one(fields, answerNameOf(comment));
    const errors = wrongWords(`/${answerNameOf(comment)}`, said, answer.comments.missingAnswer);
    return errors.length > 0 ? onlyThese(errors) : asIs<Act>({ do: 'answer', comment, words: said });
  }
  if (pressed('resolve')) return asIs<Act>({ do: 'resolve', comment: pressed('resolve') });
  if (pressed('reopen')) return asIs<Act>({ do: 'reopen', comment: pressed('reopen') });
  if (pressed('do') === 'preview') return null;
  if (pressed('do') === 'keep') return asIs<Act>({ do: 'keep', text });
  if (pressed('do') === 'discard') return asIs<Act>({ do: 'discard' });
  const submits = kind === 'draft-response' && pressed('also') === 'submit';
  const changed = kind === 'return-response' && text !== '' && text !== page.content.draft?.body;
  const decision = readDecision(texts, page.form, fields, {
    ...(submits ? { kind: 'submit-for-review' } : {}),
    ...(changed ? { body: text } : {}),
    ...(changed || kind !== 'return-response' ? begunFrom(fields) : {}),
  });
  if (!decision.ok) return decision;
  const goesOut = kind === 'return-response' || submits;
  const looked = [text, kind === 'return-response' ? one(fields, 'note') : ''].filter(Boolean).join('\n');
  const unchecked = goesOut ? checkedWords(texts, { typed: fields, problem: null }, looked).errors : [];
  if (unchecked.length > 0) return wrongFields(unchecked);
  return ok<Act>({ do: 'decide', decision: decision.value, text });
}

/** The version that the form was made from; nothing, where it doesn't say. */
function begunFrom(fields: Fields): { base?: string | null } {
  if (fields.base === undefined) return {};
  const base = one(fields, 'base');
  return { base: isUuid(base) ? base : null };
}

/** What was decided, without what another look at the page may change of it. */
export function contentOf(act: Act): unknown {
  if (act.do !== 'decide') return act;
  const {
    body: _,
    base: __,
    ...decided
  } = act.decision as Decision & { body?: string; base?: string | null };
  return [decided, act.text];
}

/** Another version came meanwhile: who saved it, and when. */
export function refused(problem: Problem, page: AnswerPage, _act: Act, texts: Texts): PageProblem {
  const [latest] = page.versions;
  if (problem.reason !== 'answer-moved' || !latest) return problem;
  const { dates, staff } = texts;
  const told = { name: latest.author, at: dates.shortDateTime(latest.at, page.request.program.zone) };
  return { ...problem, errors: [{ pointer: '/body', message: staff.answer.moved.error(told) }] };
}

/** Why words of a comment are none, as the API would say it. */
function wrongWords(pointer: string, said: string, missing: string): PageError[] {
  if (!said) return [{ pointer, message: missing }];
  const read = commentWords.safeParse(said);
  return read.success ? [] : zodFieldErrors(read.error).map((error) => ({ ...error, pointer }));
}

/** What other fields lack is none of the matter. */
const onlyThese = (errors: Parameters<typeof wrongFields>[0]) => ({
  ...wrongFields(errors),
  asIs: true as const,
});

export async function carryOut(
  services: AppServices,
  act: Act,
  { page, fields, commandId }: Asked<AnswerPage>,
): Promise<Result<Did>> {
  const { me, request, field, versions } = page;
  const { id } = request.view;
  const done = (result: Result<unknown>): Result<Did> => (result.ok ? ok(act.do as Did) : result);
  switch (act.do) {
    case 'keep': {
      const baseId = one(fields, 'base') || null;
      const saves = Number(one(fields, 'saves')) || 0;
      return done(await keepAnswer(services, me, { id, field, text: act.text, saves, baseId }));
    }
    case 'discard':
      return done(await dropAnswer(services, me, { id, field }));
    case 'comment': {
      // The version it stood beside: a later one may have come since.
      const draftId = one(fields, 'base') || (versions[0]?.id ?? '');
      const about = { id, draftId, ...act, commandId };
      return done(await addComment(services, me, about));
    }
    case 'answer':
      return done(await answerComment(services, me, { id, ...act, commandId }));
    case 'resolve':
    case 'reopen':
      return done(
        await resolveComment(services, me, { id, comment: act.comment, done: act.do === 'resolve' }),
      );
    case 'decide':
      return decide(services, act.decision, { me, id, commandId });
  }
}

async function decide(
  services: AppServices,
  decision: Decision,
  { me, id, commandId }: { me: AnswerPage['me']; id: string; commandId: string },
): Promise<Result<DecisionKind>> {
  const decided = await decideRequest(services, me, id, decision, { commandId });
  return decided.ok ? ok(decision.kind) : decided;
}

export function afterwards(did: Did, { page, fields }: Asked<AnswerPage>) {
  const { view } = page.request;
  const own = staffPaths.decide(view.id, page.kind);
  switch (did) {
    case 'keep':
    case 'discard':
      return leadTo(own);
    case 'comment':
    case 'answer':
    case 'resolve':
    case 'reopen': {
      const { comment, [answerNameOf(one(fields, 'answer-to'))]: answered, ...others } = fields;
      const kept = Object.fromEntries(Object.entries(others).filter(([name]) => !SIDE.includes(name)));
      const again: Again = {
        again: {
          ...kept,
          ...(did === 'comment' || comment === undefined ? {} : { comment }),
          ...(did === 'answer' || answered === undefined
            ? {}
            : { [answerNameOf(one(fields, 'answer-to'))]: answered }),
          said: did,
        },
      };
      return again;
    }
    default:
      return toRequest(page.request, `done=${did}`);
  }
}
