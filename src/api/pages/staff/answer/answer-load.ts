import type { Request } from 'express';
import { type AnswerField, answerFieldOf, versionMissed } from '../../../../domain/requests/answer-field.js';
import { isEnded } from '../../../../domain/requests/statuses.js';
import { type AnswerAtWork, openAnswer } from '../../../../usecases/answers/answer-in-work.js';
import { type AnswerVersion, answerVersions } from '../../../../usecases/answers/answer-versions.js';
import { type CommentShown, draftComments } from '../../../../usecases/answers/draft-comments.js';
import { type Insertable, insertables } from '../../../../usecases/answers/insertables.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { type Fields, one } from '../../kit/fields.js';
import { type DecidePage, loadDecision } from '../decide/decide-page.js';

/** The decisions that are made where an answer is written. */
export const ANSWER_KINDS = ['draft-response', 'answer-follow-up', 'return-response'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];
export const isAnswerKind = (kind: unknown): kind is AnswerKind =>
  (ANSWER_KINDS as readonly unknown[]).includes(kind);

export interface AnswerPage extends DecidePage {
  kind: AnswerKind;
  field: AnswerField;
  work: AnswerAtWork;
  /** The newest first. */
  versions: AnswerVersion[];
  comments: CommentShown[];
  items: Insertable[];
}

export async function loadAnswer(services: AppServices, req: Request): Promise<AnswerPage> {
  const decision = await loadDecision(services, req, req.params.kind);
  const { me, request } = decision;
  const kind = decision.kind as AnswerKind;
  const { id, status } = request.view;
  const field = answerFieldOf(kind, status);
  const writes = request.allowed.includes(kind) && !isEnded(status);
  const work = writes
    ? unwrap(await openAnswer(services, me, { id, field }))
    : { mine: null, saves: 0, others: [] };
  return {
    ...decision,
    kind,
    field,
    work,
    versions: unwrap(await answerVersions(services, me, { id, field })),
    comments: unwrap(await draftComments(services, me, id)),
    items: kind === 'return-response' ? [] : unwrap(await insertables(services, me, id)),
  };
}

export const answerNameOf = (comment: string) => `answer-${comment}`;

/** What was kept as it was typed, else the last version. */
export const textAtFirst = ({ work, content }: AnswerPage): string =>
  work.mine?.text ?? content.draft?.body ?? '';

/** Before the form was sent: what stands in it. */
export const textTyped = (page: AnswerPage, typed: Fields): string =>
  typed.body === undefined ? textAtFirst(page) : one(typed, 'body');

/** Nothing is saved over words that its writer has not read: the form's own, or what was kept and goes on. */
export function movedSince(
  { versions, content }: AnswerPage,
  base: string | null,
  body: string,
): AnswerVersion | null {
  const latest = versions[0] && { ...versions[0], body: content.draft?.body };
  return versionMissed(latest, { base, body });
}
