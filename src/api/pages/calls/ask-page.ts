import type { Request, RequestHandler } from 'express';
import type { Question } from '../../../domain/calls/question.schema.js';
import { ok, type Result } from '../../../domain/result.js';
import { isFilledIn } from '../../../domain/worksheets/worksheet.schema.js';
import { askQuestion } from '../../../usecases/calls/questions/ask-question.js';
import { editQuestion } from '../../../usecases/calls/questions/change-question.js';
import { getQuestion } from '../../../usecases/calls/questions/own-question.js';
import type { AppDeps } from '../../app-deps.js';
import { uuidParam } from '../../http/parse.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import type { DraftStore } from '../form/draft-store.js';
import { leadTo } from '../kit/elsewhere.js';
import { type Fields, one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { type Asked, asIs, type FormPage, formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';
import { inWriting } from './ask-in-writing.js';
import { type Asking, askingFor, knownOf, notNow } from './asking.js';
import { askedAgain, NO_ROOM } from './help-on.js';
import { askForm } from './question-form.js';
import { identifiersPage } from './question-identifiers.js';
import { askView } from './question-view.js';
import {
  chosenWorksheet,
  initialWorksheet,
  worksheetCopy,
  worksheetErrors,
  worksheetsFor,
} from './question-worksheet.js';
import { fieldsOfQuestion, readQuestion } from './read-question.js';

type Handlers = Record<'show' | 'send', RequestHandler>;
/** A question to be asked; null: it is to be asked in writing instead. */
type AskPage<Input extends Question | null> = FormPage<Asking, Input, string>;

/** What asking and changing have in common: one form, which warns of identifiers once. */
const shared = (deps: AppDeps) =>
  ({
    unavailable: 'try-again-typed-kept' as const,
    closed: (asking: Asking, req: Request) => notNow(deps, req.texts, asking),
    form: (asking, standing, texts) => askForm(deps, texts, asking, standing),
    view: (asking, standing, req) => askView(deps, asking, standing, req),
    refused: askedAgain,
    hrefOf: (pointer: string) => (pointer === '/next' ? '#next' : undefined),
  }) satisfies Partial<AskPage<Question>>;

/** Asking a question for a call. Signed-in people ask under the address they proved. */
export function askPage(deps: AppDeps, drafts: DraftStore): Handlers {
  const { services } = deps;
  const sheet: AskPage<Question | null> = {
    ...shared(deps),
    name: 'call-question',
    async load(req) {
      const asking = await askingFor(deps, req, param(req, 'id'));
      const isPerson = req.actor.kind === 'person';
      if (req.method === 'POST' && !isPerson) return leadTo(paths.call(asking.call.id));
      const worksheets = await worksheetsFor(deps, req, { rule: asking.rule, questionId: null });
      const known = { ...(await knownOf(deps, req)), ...initialWorksheet(worksheets) };
      return { ...asking, worksheets, known };
    },
    read: (fields, asking, { texts }) =>
      one(fields, 'instead') === 'written' ? asIs(null) : read(deps, texts, fields, asking),
    act: (question, asked) => (question ? ask(question, asked) : goWriting(deps, drafts, asked)),
    done: (goTo) => goTo,
  };
  return formPage(services, sheet);

  async function ask(question: Question, asked: Asked<Asking>): Promise<Result<string>> {
    const { req, page, fields, commandId } = asked;
    const worksheet = await worksheetCopy(deps, req.texts, { asking: page, fields });
    const also = { id: commandId, worksheet: worksheet ?? null };
    const sent = await askQuestion(services, req.actor, page.call.id, question, also);
    return sent.ok ? ok(`${paths.myCalls}?done=asked`) : sent;
  }
}

/** Wording it anew until the cut-off, in the same form. */
export function editPage(deps: AppDeps): Handlers {
  const { services } = deps;
  const idsOf = (req: Request) => ({ callId: param(req, 'call'), questionId: uuidParam(req.params.id) });
  const sheet: AskPage<Question> = {
    ...shared(deps),
    name: 'call-question-changed',
    async load(req) {
      const ids = idsOf(req);
      const question = unwrap(await getQuestion(services, req.actor, ids));
      const asking = await askingFor(deps, req, ids.callId);
      const of = { rule: asking.rule, questionId: question.id };
      const worksheets = await worksheetsFor(deps, req, of);
      const known = { ...fieldsOfQuestion(question), ...initialWorksheet(worksheets) };
      return { ...asking, worksheets, known, edit: question };
    },
    closed(asking, { texts }) {
      const withdrawn = asking.edit?.status === 'withdrawn';
      return (
        notNow(deps, texts, asking) ?? (withdrawn ? leadTo(paths.callPage('ask', asking.call.id)) : null)
      );
    },
    read: (fields, asking, { texts }) => read(deps, texts, fields, asking),
    async act({ asker: _asker, ...edit }, { req, page, fields }) {
      const version = one(fields, 'version');
      const ifMatch = /^\d{1,9}$/.test(version) ? Number(version) : undefined;
      const worksheet = await worksheetCopy(deps, req.texts, { asking: page, fields });
      const changed = await editQuestion(services, req.actor, idsOf(req), edit, { ifMatch, worksheet });
      return changed.ok ? ok(`${paths.myCalls}?done=changed`) : changed;
    },
    done: (goTo) => goTo,
  };
  return formPage(services, sheet);
}

/** Checks what was typed, and asks once more before words go out that may tell who a client is. */
function read({ services }: AppDeps, texts: Texts, fields: Fields, asking: Asking) {
  if (one(fields, 'identifiers') === 'change') return null;
  const { program } = services.programs.current();
  const typed = asking.edit ? { ...fields, ...askerOf(asking.known) } : fields;
  const read = readQuestion(texts, typed, { ...asking, program });
  const errors = worksheetErrors(texts, asking, fields);
  if (errors.length > 0) return wrongFields([...(read.ok ? [] : (read.problem.errors ?? [])), ...errors]);
  if (!read.ok) return read;
  const sent = chosenWorksheet(asking, fields);
  const completed = asking.rule.worksheetFirst && sent !== null && isFilledIn(sent.words);
  const question = completed ? { ...read.value, empWorksheetCompleted: true } : read.value;
  return identifiersPage(texts, asking, fields) ?? ok(question);
}

/** Who asked stays who asked. */
const askerOf = ({ name, role, organization }: Fields): Fields => ({ name, role, organization });

/** The question is for no call, or not for this one: what was typed goes along. */
async function goWriting(
  { services }: AppDeps,
  drafts: DraftStore,
  { req, res, fields }: Asked<Asking>,
): Promise<Result<string>> {
  const typed = { question: one(fields, 'question'), role: one(fields, 'role') };
  const taken = inWriting((await drafts.read(req))?.draft, typed, services.programs.current().program);
  if (!taken) return NO_ROOM;
  await drafts.save(req, res, taken.draft);
  return ok(taken.goTo);
}
