import type { AppServices } from '../../../app-deps.js';
import type { Texts } from '../../../text/texts.js';
import type { Button, Field, Form } from '../../kit/form.js';
import type { Standing } from '../../kit/form-page.js';
import { toRequest } from '../decide/decide-page.js';
import { words } from '../decide/forms/sheet.js';
import { checkedWords } from '../parts/staff-identifiers.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';
import {
  type Act,
  afterwards,
  carryOut,
  contentOf,
  type Did,
  readAnswer,
  refused,
  SIDE,
} from './answer-acts.js';
import { type AnswerPage, answerNameOf, loadAnswer, textAtFirst, textTyped } from './answer-load.js';
import { answerView } from './answer-view.js';

/** `/staff/requests/:id/decide/:kind` of an answer: written, kept as it is typed, reviewed. */
export const answerPage = (services: AppServices) =>
  staffForm<AnswerPage, Act, Did>(services, {
    name: 'answer',
    load: (req) => loadAnswer(services, req),
    closed: ({ kind, request }) =>
      request.allowed.includes(kind) ? null : toRequest(request, `not-now=${kind}`),
    form: formOf,
    view: (page, standing, { texts }) => answerView(services, texts, page, standing),
    read: (fields, page, req) => readAnswer(services, fields, page, req),
    act: (act, asked) => carryOut(services, act, asked),
    content: contentOf,
    refused,
    afresh: true,
    done: (did, asked) => afterwards(did, asked),
  });

function formOf(page: AnswerPage, standing: Standing, texts: Texts): Form {
  const { kind, request, form, versions, work, comments } = page;
  const { decisions, request: requestWords, answer } = texts.staff;
  const reviews = kind === 'return-response';
  const reviewed = kind === 'draft-response' && request.program.responseReview === 'required';
  const submit: Button = { name: 'also', value: 'submit', text: requestWords.submitToo };
  const plain = (value: 'preview' | 'keep' | 'discard'): Button => ({
    name: 'do',
    value,
    text: answer.also[value],
    style: 'secondary',
  });
  const typed = textTyped(page, standing.typed);
  const body: Field[] = reviews
    ? [words('body', { label: answer.review.body, hint: answer.review.bodyHint }, 16)]
    : [];
  const own = (name: string): Field => ({ type: 'own', name });
  return {
    id: 'answer',
    hidden: { base: versions[0]?.id ?? '', saves: String(work.saves) },
    fields: [
      ...body,
      ...form.fields,
      ...checkedWords(texts, standing, typed).fields,
      ...(versions.length > 0 ? [own('comment')] : []),
      ...comments.map(({ id }) => own(answerNameOf(id))),
    ],
    after: SIDE,
    initial: { body: textAtFirst(page) },
    // What the page is for comes first, then what is pressed most; what throws something away is the last.
    buttons: [
      ...(reviewed ? [submit] : []),
      { text: decisions[kind].button, ...(reviewed ? { style: 'secondary' as const } : {}) },
      plain('preview'),
      plain('keep'),
      ...(work.mine && versions.length > 0 ? [plain('discard')] : []),
    ],
    cancel: { href: staffPaths.request(request.view.id), text: requestWords.backToRequest },
  };
}
