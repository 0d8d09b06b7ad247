import type { Request } from 'express';
import type { ScanState } from '../../../domain/documents/scan-states.js';
import { documentOf } from '../../../domain/program/lookup.js';
import { identifiersInName } from '../../../domain/requests/identifiers-in-name.js';
import { because, ok } from '../../../domain/result.js';
import { worksheetFits } from '../../../domain/worksheets/of-use.js';
import { documentFields } from '../../../usecases/documents/document.schema.js';
import { addFormFile, formFileScans, removeFormFile } from '../../../usecases/forms/form-files.js';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import type { PageError, Read } from '../../views/page-errors.js';
import { leadTo } from '../kit/elsewhere.js';
import { type Fields, one } from '../kit/fields.js';
import type { Field, Form } from '../kit/form.js';
import { wrongFields } from '../kit/form-errors.js';
import { asIs, type FormRoutes, formPage } from '../kit/form-page.js';
import { documentChoices, worksheetNote } from '../parts/worksheet-note.js';
import { type Draft, emptyDraft } from './draft.js';
import type { DraftStore } from './draft-store.js';
import { isReview } from './steps/files-step.js';
import { isReachable, nextPath, pathBefore, progress } from './steps.js';

type Sent = { name: string; content: Buffer; documentKind: string };
type What = { act: 'add'; file: Sent } | { act: 'remove'; id: string } | { act: 'go-on' };

interface Page {
  id: string | null;
  draft: Draft;
  /** By document. */
  scans: ReadonlyMap<string, ScanState>;
  inName: ReturnType<typeof identifiersInName>;
}

const aboutOf = ({ kind, document }: Draft) => ({ kind, documentKind: document?.documentKind });

/** Documents of a form on its way, one by one; the upload itself was read into memory by the app's middleware. */
export function filesPage({ services }: AppDeps, drafts: DraftStore): FormRoutes {
  const program = () => services.programs.current().program;

  return formPage(services, {
    name: 'form-files',
    unavailable: 'try-again-not-saved',
    async load(req): Promise<Page> {
      const kept = await drafts.read(req);
      const inName = identifiersInName(req.file?.originalname ?? '');
      const scans = kept ? await formFileScans(services, kept.id) : new Map<string, ScanState>();
      return { id: kept?.id ?? null, draft: kept?.draft ?? emptyDraft(), scans, inName };
    },
    closed({ draft }) {
      if (draft.sentTo !== undefined) return leadTo(draft.sentTo);
      return isReachable('files', draft, program()) ? null : leadTo(nextPath(draft, program()));
    },
    form({ draft, inName }, _standing, texts) {
      const text = texts.requester.form.files;
      const { kinds } = texts.requester.form.identifiers;
      const check: Field[] = [
        { type: 'found', found: inName.map(({ kind, excerpt }) => ({ what: kinds[kind], excerpt })) },
        { type: 'checkboxes', name: 'nameChecked', choices: [{ value: 'yes', text: text.confirm }] },
      ];
      return {
        upload: true,
        fields: [
          ...worksheetNote(aboutOf(draft), program(), texts, draft.files ?? []),
          {
            type: 'radios',
            name: 'documentKind',
            legend: text.kind,
            size: 'm',
            small: true,
            choices: documentChoices(aboutOf(draft), program()),
          },
          { type: 'file', name: 'file', label: text.file, size: 'm', hint: text.fileHint },
          ...(inName.length > 0 ? check : []),
        ],
        initial: { documentKind: isReview(draft, program()) ? (draft.document?.documentKind ?? '') : '' },
        buttons: [
          { text: text.add, name: 'act', value: 'add', style: 'secondary' },
          { text: draft.files?.length ? text.goOn : text.goOnWithout, name: 'act', value: 'go-on' },
        ],
      };
    },
    others: ({ draft }, _standing, { requester: { form } }): Record<string, Form[]> => ({
      removals: (draft.files ?? []).map(({ id, name }) => ({
        which: { remove: id },
        inline: true,
        buttons: [{ text: form.files.remove, hiddenText: name, style: 'secondary' }],
      })),
    }),
    view({ draft, scans }, _standing, { texts }) {
      const { form } = texts.requester;
      const review = isReview(draft, program());
      const { n, of, more } = progress('files', draft, program());
      return {
        template: 'pages/form/files.njk',
        section: 'form',
        title: review ? form.files.title : form.files.titleOptional,
        caption: n > 0 ? form.step(n, of, more) : null,
        lead: [review ? form.files.review : form.files.optional, form.files.lead],
        text: form.files,
        files: (draft.files ?? []).map(({ id, name, documentKind }) => ({
          name,
          scan: texts.scans.requester[scans.get(id) ?? 'clean'],
          kind: documentOf(program(), documentKind)?.label ?? documentKind,
        })),
        backLink: pathBefore('files', draft, program()),
      };
    },
    read(fields, { inName }, req): Read<What> {
      const id = one(fields, 'remove');
      if (id !== '') return asIs({ act: 'remove', id } as const);
      if (one(fields, 'act') === 'go-on' && !req.file && !req.fileTooLarge) return ok({ act: 'go-on' });
      const file = readFile(req, fields, inName.length > 0);
      return file.ok ? ok({ act: 'add', file: file.value }) : file;
    },
    // What the file is makes the command, too; that is found where it is kept.
    content: () => null,
    async act(what, { req, res, page: { id, draft }, fields }) {
      const files = draft.files ?? [];
      if (what.act === 'add') {
        if (id === null) return { ok: false, problem: because('form-is-over') };
        const added = await addFormFile(services, id, what.file);
        if (!added.ok) return added;
        const others = files.filter((file) => file.id !== added.value.id);
        const changed = withDocument({ ...draft, files: [...others, added.value] }, what.file.documentKind);
        await drafts.save(req, res, changed);
        return ok(one(fields, 'act') === 'go-on' ? nextPath(changed, program()) : paths.form.files);
      }
      if (what.act === 'remove') {
        if (id !== null) await removeFormFile(services, id, what.id);
        await drafts.save(req, res, { ...draft, files: files.filter((file) => file.id !== what.id) });
        return ok(paths.form.files);
      }
      const changed = { ...draft, files };
      await drafts.save(req, res, changed);
      return ok(nextPath(changed, program()));
    },
    done: (there) => there,
  });

  /** A document that makes a review another kind of help is the one it is about, whatever was said before. */
  function withDocument(draft: Draft, documentKind: string): Draft {
    const makesOther = documentOf(program(), documentKind)?.becomesKind !== undefined;
    return makesOther && isReview(draft, program()) && worksheetFits(aboutOf(draft), program())
      ? { ...draft, document: { documentKind } }
      : draft;
  }
}

function readFile(
  { file, fileTooLarge, filesTooMany, texts }: Request,
  fields: Fields,
  found: boolean,
): Read<Sent> {
  const text = texts.requester.form.files;
  const read = documentFields.safeParse({ documentKind: one(fields, 'documentKind') });
  const documentKind = read.data?.documentKind;
  const errors: PageError[] = [];
  if (filesTooMany) errors.push({ pointer: '/file', message: text.tooMany });
  else if (!file) errors.push({ pointer: '/file', message: fileTooLarge ? text.tooLarge : text.noFile });
  else if (found && one(fields, 'nameChecked') !== 'yes') {
    errors.push({ pointer: '/file', message: text.identifiers });
  }
  if (documentKind === undefined) errors.push({ pointer: '/documentKind', message: text.noKind });
  if (!file || documentKind === undefined || errors.length > 0) {
    return fileTooLarge
      ? { ok: false, problem: { ...because('file-too-large'), errors } }
      : wrongFields(errors);
  }
  return ok({ name: file.originalname, content: file.buffer, documentKind });
}
