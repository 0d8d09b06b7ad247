import { may } from '../../../../domain/people/permissions.js';
import { type ReleaseOpening, releaseOpeningSchema } from '../../../../domain/releases/release.schema.js';
import { RECIPIENT_KINDS, RELEASE_PARTS } from '../../../../domain/releases/release-scope.js';
import { MAX_TEXT } from '../../../../domain/requests/submission.schema.js';
import { ok } from '../../../../domain/result.js';
import { askForRelease } from '../../../../usecases/releases/open-release.js';
import { listReleases } from '../../../../usecases/releases/read-releases.js';
import type { ReleaseView } from '../../../../usecases/releases/release-view.schema.js';
import { getRequest } from '../../../../usecases/requests/read-request.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { noDateTyped, readDate } from '../../kit/date-field.js';
import { many, one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { releaseRows } from '../../parts/release-rows.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';

interface ReleasesPage {
  id: string;
  reference: string;
  releases: ReleaseView[];
  /** The director asks; others see what there is. */
  asks: boolean;
}

/** `/staff/releases/:id`: what of a request may go to whom outside, and a form to ask for more. */
export const releasesPage = (services: AppServices): FormRoutes =>
  staffForm<ReleasesPage, ReleaseOpening, ReleaseView>(services, {
    name: 'release-asked',
    async load({ actor, params }) {
      const id = uuidParam(params.id);
      const { reference } = unwrap(await getRequest(services, actor, id));
      const { items: releases } = unwrap(await listReleases(services, actor, id));
      return { id, reference, releases, asks: may(actor, 'releases.make') };
    },
    form({ asks }, _standing, { staff }) {
      if (!asks) return null;
      const t = staff.desk['releases/:id'];
      const { kinds, parts } = staff.sharing;
      const { defaultDays, longestDays } = services.programs.current().program.releases;
      return {
        fields: [
          {
            type: 'radios',
            name: 'recipientKind',
            ...t.kind,
            choices: RECIPIENT_KINDS.map((value) => ({ value, text: kinds[value].name })),
          },
          { type: 'line', name: 'recipient', autocomplete: 'off', ...t.recipient },
          { type: 'words', name: 'purpose', rows: 3, most: MAX_TEXT, ...t.purpose },
          {
            type: 'checkboxes',
            name: 'parts',
            ...t.partsField,
            choices: RELEASE_PARTS.map((value) => ({ value, text: capital(parts[value]) })),
          },
          {
            type: 'date',
            name: 'until',
            legend: t.until.legend,
            hint: t.until.hint(defaultDays, longestDays),
          },
          {
            type: 'radios',
            name: 'how',
            legend: t.how.legend,
            choices: [
              { value: 'page', text: t.how.page.text },
              { value: 'paper', text: t.how.paper.text },
            ],
          },
          { type: 'line', name: 'paper', autocomplete: 'off', label: t.paper.label, hint: t.paper.hint },
          { type: 'date', name: 'signedOn', legend: t.signedOn.legend },
        ],
        initial: { how: 'page' },
        buttons: [{ text: t.button }],
      };
    },
    view({ id, reference, releases, asks }, _standing, { texts, query }) {
      const t = texts.staff.desk['releases/:id'];
      const { zone } = services.programs.current().program;
      return {
        template: 'releases/releases.njk',
        section: 'queue',
        title: t.title(reference),
        text: t,
        lines: t.lead,
        asks,
        exports: asks
          ? { href: paths.desk('exports/:id', id), text: texts.staff.desk['exports/:id'].link }
          : null,
        done: t.done[String(query.done) as keyof typeof t.done] ?? null,
        backLink: { href: paths.request(id), text: t.back(reference) },
        releases: releases.map((release) => ({
          rows: releaseRows(texts, release, { zone, mentor: texts.staff.sharing.mentor }),
          title: texts.staff.sharing.kinds[release.recipientKind].name,
          link: release.offered.includes('revoke')
            ? { href: paths.desk('releases/:id/:release', id, release.id), text: t.open }
            : null,
        })),
      };
    },
    read(fields, _page, { texts }) {
      const t = texts.staff.desk['releases/:id'];
      const onPaper = one(fields, 'how') === 'paper';
      const until = noDateTyped(fields, 'until') ? null : readDate(texts, fields, 'until', t.until.what);
      const signedOn = onPaper ? readDate(texts, fields, 'signedOn', t.signedOn.what) : null;
      const wrongDates = [until, signedOn].flatMap((date) => (date && !date.ok ? date.errors : []));
      const reference = one(fields, 'paper').trim();
      const noPaper = onPaper && !reference ? [{ pointer: '/paper', message: t.paper.missing }] : [];
      if (wrongDates.length + noPaper.length > 0) return wrongFields([...wrongDates, ...noPaper]);
      const read = releaseOpeningSchema.safeParse({
        recipientKind: one(fields, 'recipientKind'),
        recipient: one(fields, 'recipient'),
        purpose: one(fields, 'purpose'),
        parts: many(fields, 'parts'),
        ...(until?.ok ? { until: until.date } : {}),
        ...(signedOn?.ok ? { paper: { reference, signedOn: signedOn.date } } : {}),
      });
      return read.success ? ok(read.data) : wrongFields(zodFieldErrors(read.error));
    },
    act: (opening, { req, page, commandId }) =>
      askForRelease(services, req.actor, page.id, opening, { commandId }),
    ids: { '/until': 'until-month', '/paper/signedOn': 'signedOn-month', '/paper/reference': 'paper' },
    done: ({ signedHow }, { page }) =>
      `${paths.desk('releases/:id', page.id)}?done=${signedHow === 'paper' ? 'recorded' : 'asked'}`,
  });

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
