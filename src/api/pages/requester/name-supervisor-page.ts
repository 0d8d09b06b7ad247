import { isOpen } from '../../../domain/requests/statuses.js';
import { supervisorSchema } from '../../../domain/requests/submission.schema.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import { ok } from '../../../domain/result.js';
import { getRequest } from '../../../usecases/requests/read-request.js';
import { nameSupervisor } from '../../../usecases/requests/requester-actions.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Read } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { type Fields, one } from '../kit/fields.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';
import { supervisorFields } from '../parts/supervisor-fields.js';
import { leadToRequest } from './too-late.js';

/** Another supervisor than the one who has yet to confirm. After a no, `answer-page.ts` asks for one. */
export function nameSupervisorPage({ services }: AppDeps): FormRoutes {
  return formPage(services, {
    name: 'supervisor',
    unavailable: 'try-again-typed-kept',
    load: async (req) => unwrap(await getRequest(services, req.actor, param(req, 'id'))),
    closed: (view, req) => (mayNameAnother(view) ? null : leadToRequest(req, view)),
    form(_view, _standing, texts) {
      const { program } = services.programs.current();
      return {
        fields: supervisorFields(texts, program, texts.requester.form.supervisor.errors),
        buttons: [{ text: texts.requester.aboutRequest.supervisor.send }],
      };
    },
    view(view, _standing, { texts }) {
      const text = texts.requester.aboutRequest.supervisor;
      return {
        section: 'my',
        title: text.title,
        lead: [text.lead(view.supervisor?.name ?? ''), text.goesOn],
        backLink: paths.myRequest(view.id),
      };
    },
    ids: { '/name': 'supervisor-name', '/email': 'supervisor-email', '/role': 'supervisor-role' },
    read: (fields) => readSupervisor(fields),
    act: (supervisor, { req, page, commandId }) =>
      nameSupervisor(services, req.actor, page.id, supervisor, { commandId }),
    done: (_value, { page }) => `${paths.myRequest(page.id)}?done=supervisor`,
  });
}

/** Of an open request whose supervisor has yet to answer. */
export const mayNameAnother = ({ status, supervisor }: RequestView): boolean =>
  isOpen(status) && supervisor?.status === 'unconfirmed';

type Supervisor = Parameters<typeof nameSupervisor>[3];

function readSupervisor(fields: Fields): Read<Supervisor> {
  const read = supervisorSchema.safeParse({
    name: one(fields, 'supervisor-name'),
    email: one(fields, 'supervisor-email'),
    role: one(fields, 'supervisor-role'),
  });
  if (read.success) return ok(read.data);
  return wrongFields(
    zodFieldErrors(read.error).map((error) => ({
      ...error,
      pointer: error.pointer.replace('/', '/supervisor-'),
    })),
  );
}
