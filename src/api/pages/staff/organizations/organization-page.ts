import { roleOf } from '../../../../domain/program/lookup.js';
import { ok } from '../../../../domain/result.js';
import { correctOrganizationRecord } from '../../../../usecases/people/correct-organization-record.js';
import { mergeOrganizations } from '../../../../usecases/people/merge-organizations.js';
import {
  MOST_OF_ORGANIZATION as MOST,
  type OrganizationCorrection,
  type OrganizationView,
  organizationCorrectionSchema,
} from '../../../../usecases/people/organization-view.schema.js';
import {
  likelyDoubles,
  namesBehindOrganization,
  organizationsCalled,
  readOrganization,
} from '../../../../usecases/people/read-organization.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { requestLine } from '../request/known-before.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';

const wordsOf = ({ staff }: Texts) => staff.desk['organizations/:id'];

type OrganizationText = ReturnType<typeof wordsOf>;

type Change = { kind: 'correct'; said: OrganizationCorrection } | { kind: 'merge'; from: string };

const pageOf = (id: string) => staffPaths.desk('organizations/:id', id);
const personOf = (id: string) => staffPaths.desk('requesters/:id', id);

/** `/staff/organizations/:id`: an organization, its people, their requests and questions, and its record mended. */
export const organizationPage = (services: AppServices): FormRoutes =>
  staffForm<OrganizationView, Change, null>(services, {
    name: 'organization-mended',
    load: async ({ actor, params }) => unwrap(await readOrganization(services, actor, uuidParam(params.id))),
    form: (organization, _standing, texts) =>
      organization.mergedInto ? null : correctForm(wordsOf(texts).correct, organization),
    others: (organization, _standing, texts): Record<string, Form> =>
      organization.mergedInto ? {} : { merge: mergeForm(wordsOf(texts).merge) },
    async view(organization, _standing, { actor, query, texts }) {
      const t = wordsOf(texts);
      const { program } = services.programs.current();
      const { counts } = organization;
      const who = await namesBehindOrganization(services, actor, organization.history);
      const doubles = unwrap(await likelyDoubles(services, actor, organization));
      const asked = typeof query.done === 'string' ? query.done : '';
      return {
        template: 'organizations/organization.njk',
        section: 'queue',
        title: organization.name,
        text: t,
        done: Object.hasOwn(t.done, asked) ? t.done[asked] : null,
        backLink: { href: staffPaths.queue, text: t.back },
        mergedHref: organization.mergedInto ? pageOf(organization.mergedInto) : null,
        facts: facts(t, organization),
        domains: organization.domains.map(({ domain, shared, stated }) => ({
          domain,
          detail: [...(shared ? [t.shared] : []), ...(stated ? [t.stated] : [])].join(' · '),
        })),
        units: organization.units.map(({ id, name }) => ({ href: pageOf(id), name })),
        doubles: doubles.map(({ id, name, domain }) => ({ href: pageOf(id), name, domain })),
        people: organization.people.map(({ id, name, role, requests }) => ({
          href: personOf(id),
          name,
          detail: [roleOf(program, role)?.label ?? role, t.ofRequests(requests)].join(' · '),
        })),
        peopleSome: counts.people > MOST ? t.someOnly(MOST, counts.people) : null,
        requests: organization.requests.map((row) =>
          requestLine({ texts, program }, row, row.requester.name),
        ),
        requestsSome: counts.requests > MOST ? t.latestOnly(MOST, counts.requests) : null,
        questions: organization.questions.map(({ id, callId, startsAt, status, asker }) => ({
          href: staffPaths.aboutCall('questions/:question', callId, id),
          title: t.callOf(texts.dates.dayOf(startsAt, program.zone)),
          detail: [asker.name, t.questionStatuses[status] ?? status].join(' · '),
        })),
        questionsSome: counts.questions > MOST ? t.latestOnly(MOST, counts.questions) : null,
        history: organization.history.map(({ at, type, actor: by, other }) => ({
          text: t.events[type](other?.name ?? null),
          by: who.get(by),
          when: texts.dates.shortDateTime(at, program.zone),
        })),
      };
    },
    async read(fields, organization, { actor, texts }): Promise<Read<Change>> {
      if (one(fields, 'do') !== 'merge') return readCorrection(fields);
      const { merge: t } = wordsOf(texts);
      const other = one(fields, 'other').trim();
      const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(other)?.[0]?.toLowerCase() ?? null;
      const found = other ? unwrap(await organizationsCalled(services, actor, { name: other, id })) : [];
      const others = found.filter((record) => record.id !== organization.id);
      const [from] = others;
      if (!from) {
        return wrongFields([{ pointer: '/other', message: found.length > 0 ? t.same : t.nobody }]);
      }
      if (others.length > 1) return wrongFields([{ pointer: '/other', message: t.several }]);
      if (one(fields, 'sure') !== 'yes') {
        const { counts } = unwrap(await readOrganization(services, actor, from.id));
        return wrongFields([{ pointer: '/sure', message: t.moves(from.name, counts) }]);
      }
      return ok({ kind: 'merge', from: from.id });
    },
    async act(change, { req, page }) {
      const done =
        change.kind === 'correct'
          ? await correctOrganizationRecord(services, req.actor, page.id, change.said)
          : await mergeOrganizations(services, req.actor, change.from, page.id);
      return done.ok ? ok(null) : done;
    },
    afresh: true,
    done: (_value, { page, fields }) =>
      `${pageOf(page.id)}?done=${one(fields, 'do') === 'merge' ? 'merged' : 'corrected'}`,
  });

function readCorrection(fields: Fields): Read<Change> {
  const domains = one(fields, 'domains')
    .split(/[\s,;]+/)
    .filter(Boolean);
  const read = organizationCorrectionSchema.safeParse({ name: one(fields, 'name'), domains });
  if (read.success) return ok({ kind: 'correct', said: read.data });
  const errors = zodFieldErrors(read.error).map((error) =>
    error.pointer.startsWith('/domains') ? { ...error, pointer: '/domains' } : error,
  );
  // However many domains are wrong, it is said once.
  return wrongFields(errors.filter(({ pointer }, n) => errors.findIndex((e) => e.pointer === pointer) === n));
}

const correctForm = (t: OrganizationText['correct'], { name, domains }: OrganizationView): Form => ({
  which: { do: 'correct' },
  fields: [
    { type: 'line', name: 'name', label: t.name, hint: t.nameHint, autocomplete: 'off', spellcheck: false },
    { type: 'words', name: 'domains', label: t.domains, hint: t.domainsHint, rows: 3, spellcheck: false },
  ],
  initial: { name, domains: domains.map(({ domain }) => domain).join('\n') },
  buttons: [{ text: t.button, style: 'secondary' }],
});

const mergeForm = (t: OrganizationText['merge']): Form => ({
  which: { do: 'merge' },
  fields: [
    { type: 'line', name: 'other', label: t.label, hint: t.hint, autocomplete: 'off', spellcheck: false },
    { type: 'checkboxes', name: 'sure', small: true, choices: [{ value: 'yes', text: t.sure }] },
  ],
  buttons: [{ text: t.button, style: 'secondary' }],
});

function facts(t: OrganizationText, { state, otherNames, counts }: OrganizationView) {
  return [
    { key: t.state, value: state ?? t.none },
    ...(otherNames.length > 0 ? [{ key: t.names, value: otherNames.join('; ') }] : []),
    { key: t.sum.people, value: counts.people },
    { key: t.sum.requests, value: counts.requests },
    { key: t.sum.open, value: counts.open },
    { key: t.sum.registrations, value: counts.registrations },
    { key: t.sum.questions, value: counts.questions },
  ];
}
