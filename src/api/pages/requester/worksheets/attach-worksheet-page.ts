import { findIdentifiers } from '../../../../domain/requests/identifier-warning.js';
import { isOpen } from '../../../../domain/requests/statuses.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { ok } from '../../../../domain/result.js';
import { isFilledIn, writtenIn } from '../../../../domain/worksheets/worksheet.schema.js';
import { addDocument } from '../../../../usecases/documents/add-document.js';
import { listRequests } from '../../../../usecases/requests/list-requests.js';
import { ownsRequest } from '../../../../usecases/requests/owns-request.js';
import { type OwnWorksheet, readWorksheet } from '../../../../usecases/worksheets/own-worksheet.js';
import type { AppDeps } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { paths } from '../../../paths.js';
import type { Texts } from '../../../text/texts.js';
import { one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import { type FormRoutes, formPage } from '../../kit/form-page.js';
import { param } from '../../parts/page-deps.js';
import { toldApart } from '../../parts/told-apart.js';
import { worksheetPdf } from './worksheet-pdf.js';

interface Page {
  worksheet: OwnWorksheet;
  requests: RequestView[];
  found: ReturnType<typeof findIdentifiers>;
}

/** Sends a copy of a worksheet along with a request: the one moment from which staff can read it. */
export function attachWorksheetPage({ services }: AppDeps): FormRoutes {
  const programNow = () => services.programs.current().program;
  return formPage(services, {
    name: 'worksheet-attached',
    unavailable: 'try-again-typed-kept',
    async load(req): Promise<Page> {
      const worksheet = unwrap(await readWorksheet(services, req.actor, param(req, 'id')));
      const { items } = unwrap(await listRequests(services, req.actor, { limit: 100, sort: '-received' }));
      const open = items.filter(({ status }) => isOpen(status));
      const own = await Promise.all(open.map((view) => ownsRequest(services, req.actor, view)));
      return {
        worksheet,
        requests: open.filter((_, index) => own[index]),
        found: findIdentifiers(writtenIn(worksheet.words).join('\n')),
      };
    },
    form({ worksheet, requests, found }, _standing, texts) {
      const t = texts.requester.worksheets.attach;
      if (requests.length === 0 || writtenIn(worksheet.words).length === 0) return null;
      return {
        fields: [
          {
            type: 'radios',
            name: 'request',
            legend: t.request,
            size: 'm',
            choices: requests.map((view) => ({
              value: view.id,
              text: view.reference,
              hint: toldApart(texts, programNow(), {
                ...view,
                courtDate: view.courtOrFilingDeadline?.date ?? null,
              }),
            })),
            missing: t.noRequest,
          },
          ...identifierCheck(found, texts),
        ],
        initial: requests.length === 1 ? { request: requests[0]?.id ?? '' } : {},
        buttons: [{ text: t.send }],
        cancel: { text: t.cancel, href: paths.myWorksheet(worksheet.id) },
      };
    },
    view({ worksheet, requests }, _standing, { texts }) {
      const t = texts.requester.worksheets.attach;
      const empty = writtenIn(worksheet.words).length === 0;
      return {
        section: 'my',
        title: t.title,
        lead: [t.lead, t.becomes],
        inset: insetOf(t, { empty, none: requests.length === 0, whole: isFilledIn(worksheet.words) }),
        backLink: paths.myWorksheet(worksheet.id),
      };
    },
    read(fields, { requests, found }, { texts }) {
      const t = texts.requester.worksheets.attach;
      const request = requests.find(({ id }) => id === one(fields, 'request'));
      const errors = [
        ...(request ? [] : [{ pointer: '/request', message: t.noRequest }]),
        ...(found.length > 0 && one(fields, 'checked') !== 'yes'
          ? [{ pointer: '/checked', message: t.identifiers }]
          : []),
      ];
      return request && errors.length === 0 ? ok(request.id) : wrongFields(errors);
    },
    async act(requestId, { req, page, formId }) {
      const { texts } = req;
      const content = await services.pdf.write(
        worksheetPdf(page.worksheet, { program: programNow(), texts }),
      );
      const name = texts.requester.worksheets.pdf.fileName;
      const file = { name, content, documentKind: 'emp-worksheet', commandId: formId };
      const added = await addDocument(services, req.actor, requestId, file);
      return added.ok ? ok(requestId) : added;
    },
    done: (requestId) => `${paths.myRequest(requestId)}?done=document`,
  });
}

function insetOf(
  t: Texts['requester']['worksheets']['attach'],
  { empty, none, whole }: { empty: boolean; none: boolean; whole: boolean },
): string | null {
  if (empty) return t.empty;
  if (none) return t.noOpen;
  return whole ? null : t.unfinished;
}

/** They have seen what was found and say that it may go. */
function identifierCheck(found: Page['found'], { requester }: Texts): Field[] {
  const { kinds } = requester.form.identifiers;
  if (found.length === 0) return [];
  return [
    { type: 'found', found: found.map(({ kind, excerpt }) => ({ what: kinds[kind], excerpt })) },
    {
      type: 'checkboxes',
      name: 'checked',
      choices: [{ value: 'yes', text: requester.worksheets.attach.confirm }],
    },
  ];
}
