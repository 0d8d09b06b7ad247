import { informationSchema } from '../../../domain/requests/decision.schema.js';
import { MAX_TEXT } from '../../../domain/requests/submission.schema.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import { ok } from '../../../domain/result.js';
import { getRequest } from '../../../usecases/requests/read-request.js';
import { requestContent } from '../../../usecases/requests/request-content.js';
import { answerInformation } from '../../../usecases/requests/requester-actions.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import type { Read } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { type Fields, one } from '../kit/fields.js';
import type { Form } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage, type Standing } from '../kit/form-page.js';
import { foundIn, identifiersCheck, identifiersProblem } from '../kit/identifiers-check.js';
import { param } from '../parts/page-deps.js';
import { supervisorFields } from '../parts/supervisor-fields.js';
import { leadToRequest } from './too-late.js';

/** Answering our question, or naming another supervisor after one has said no. */
export function answerPage({ services }: AppDeps): FormRoutes {
  return formPage(services, {
    name: 'answer',
    unavailable: 'try-again-typed-kept',
    load: async (req) => unwrap(await getRequest(services, req.actor, param(req, 'id'))),
    closed: (view, req) => (view.status === 'awaiting-information' ? null : leadToRequest(req, view)),
    form(view, standing, texts) {
      const { program } = services.programs.current();
      const { errors } = texts.requester.form.supervisor;
      return answerForm(
        texts,
        needsSupervisor(view) ? supervisorFields(texts, program, errors) : null,
        standing,
      );
    },
    async view(view, _standing, req) {
      const text = req.texts.requester.aboutRequest.answer;
      const content = unwrap(await requestContent(services, req.actor, view.id));
      const asked = content.threads.filter(({ field }) => field === 'question-asked').at(-1)?.body ?? null;
      const shared = {
        template: 'pages/requester/answer.njk',
        section: 'my',
        text,
        backLink: paths.myRequest(view.id),
      };
      return needsSupervisor(view)
        ? { ...shared, title: text.supervisorTitle, lead: [text.supervisorLead(view.supervisor?.name ?? '')] }
        : { ...shared, title: text.title, asked };
    },
    read: (fields, view, { texts }) => readAnswer(texts, fields, needsSupervisor(view)),
    act: (input, { req, page, commandId }) =>
      answerInformation(services, req.actor, page.id, input, { commandId }),
    done: (_value, { page }) => `${paths.myRequest(page.id)}?done=answer`,
  });
}

const needsSupervisor = ({ supervisor }: RequestView): boolean => supervisor?.status === 'refused';

function answerForm(texts: Texts, supervisor: Form['fields'] | null, standing: Standing): Form {
  const text = texts.requester.aboutRequest.answer;
  const found = foundIn(texts, one(standing.typed, 'answer'));
  return {
    fields: [
      ...(supervisor ?? []),
      {
        type: 'words',
        name: 'answer',
        label: supervisor ? text.answerOptional : text.answer,
        size: 'm',
        hint: text.answerHint,
        rows: 8,
        most: MAX_TEXT,
        ...(supervisor ? {} : { missing: text.answerError }),
      },
      ...identifiersCheck(standing, found, text.confirm),
    ],
    buttons: [{ text: text.send }],
  };
}

type Information = Parameters<typeof answerInformation>[3];

/** What was typed, checked; with another supervisor when one is needed. Pure. */
export function readAnswer(
  { requester }: Texts,
  fields: Fields,
  needsSupervisor: boolean,
): Read<Information> {
  const text = requester.aboutRequest.answer;
  const typed = one(fields, 'answer');
  const supervisor = {
    name: one(fields, 'supervisor-name'),
    email: one(fields, 'supervisor-email'),
    role: one(fields, 'supervisor-role'),
  };
  const answer = needsSupervisor && typed.trim() === '' ? text.defaultAnswer : typed;
  const read = informationSchema.safeParse({ answer, ...(needsSupervisor ? { supervisor } : {}) });
  if (!read.success) {
    const errors = zodFieldErrors(read.error);
    return wrongFields(
      errors.map((error) => ({ ...error, pointer: error.pointer.replace('/supervisor/', '/supervisor-') })),
    );
  }
  const unchecked = identifiersProblem(fields, typed, text.identifiers);
  return unchecked.length > 0 ? wrongFields(unchecked) : ok(read.data);
}
