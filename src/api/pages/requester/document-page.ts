import type { Request } from 'express';
import { identifiersInName } from '../../../domain/requests/identifiers-in-name.js';
import { isOpen } from '../../../domain/requests/statuses.js';
import { because, ok } from '../../../domain/result.js';
import { worksheetFits } from '../../../domain/worksheets/of-use.js';
import { addDocument, type SentFile } from '../../../usecases/documents/add-document.js';
import { documentFields } from '../../../usecases/documents/document.schema.js';
import { listDocuments } from '../../../usecases/documents/read-documents.js';
import { getRequest } from '../../../usecases/requests/read-request.js';
import type { AppDeps } from '../../app-deps.js';
import { unwrap } from '../../http/problem.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import type { PageError, Read } from '../../views/page-errors.js';
import { type Fields, one } from '../kit/fields.js';
import type { Field } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { type FormRoutes, formPage } from '../kit/form-page.js';
import { param } from '../parts/page-deps.js';
import { documentChoices, worksheetNote } from '../parts/worksheet-note.js';
import { leadToRequest } from './too-late.js';

/** Adding a document to one's request; the upload itself was read into memory by the app's middleware. */
export function documentPage({ services }: AppDeps): FormRoutes {
  return formPage(services, {
    name: 'document',
    unavailable: 'try-again-typed-kept',
    async load(req) {
      const view = unwrap(await getRequest(services, req.actor, param(req, 'id')));
      const asksFor = worksheetFits(view, services.programs.current().program);
      const there = asksFor ? unwrap(await listDocuments(services, req.actor, view.id)) : [];
      return { view, there, inName: identifiersInName(req.file?.originalname ?? '') };
    },
    closed: ({ view }, req) => (isOpen(view.status) ? null : leadToRequest(req, view)),
    form({ view, there, inName }, _standing, texts) {
      const text = texts.requester.aboutRequest.documents;
      const { program } = services.programs.current();
      return {
        upload: true,
        fields: [
          ...worksheetNote(view, program, texts, there),
          {
            type: 'radios',
            name: 'documentKind',
            legend: text.kind,
            size: 'm',
            small: true,
            choices: documentChoices(view, program),
            missing: text.noKind,
          },
          { type: 'file', name: 'file', label: text.file, size: 'm', hint: text.fileHint },
          ...nameCheck(texts, inName),
        ],
        initial: { documentKind: view.documentKind ?? '' },
        buttons: [{ text: text.save }],
      };
    },
    view({ view }, _standing, { texts }) {
      const text = texts.requester.aboutRequest.documents;
      return {
        section: 'my',
        title: text.title,
        lead: [text.lead],
        backLink: paths.myRequest(view.id),
      };
    },
    read: (fields, { inName }, req) => readFile(req, fields, inName.length > 0),
    // What the file is makes the command, too; that is found where it is kept.
    content: () => null,
    act: (file, { req, page, formId }) =>
      addDocument(services, req.actor, page.view.id, { ...file, commandId: formId }),
    done: (_value, { page }) => `${paths.myRequest(page.view.id)}?done=document`,
  });
}

/** Asked only once a file was chosen: the person has seen what was found and says it may go. */
function nameCheck({ requester }: Texts, inName: ReturnType<typeof identifiersInName>): Field[] {
  const { kinds } = requester.form.identifiers;
  if (inName.length === 0) return [];
  const found = inName.map(({ kind, excerpt }) => ({ what: kinds[kind], excerpt }));
  return [
    { type: 'found', found },
    {
      type: 'checkboxes',
      name: 'nameChecked',
      choices: [{ value: 'yes', text: requester.aboutRequest.documents.confirm }],
    },
  ];
}

function readFile({ file, fileTooLarge, texts }: Request, fields: Fields, found: boolean): Read<SentFile> {
  const text = texts.requester.aboutRequest.documents;
  const read = documentFields.safeParse({ documentKind: one(fields, 'documentKind') });
  const errors: PageError[] = [];
  const unchecked = found && one(fields, 'nameChecked') !== 'yes';
  if (!file) errors.push({ pointer: '/file', message: fileTooLarge ? text.tooLarge : text.noFile });
  else if (unchecked) errors.push({ pointer: '/file', message: text.identifiers });
  if (!read.success) errors.push({ pointer: '/documentKind', message: text.noKind });
  if (!file || !read.success || errors.length > 0) {
    return fileTooLarge
      ? { ok: false, problem: { ...because('file-too-large'), errors } }
      : wrongFields(errors);
  }
  return ok({ name: file.originalname, content: file.buffer, ...read.data });
}
