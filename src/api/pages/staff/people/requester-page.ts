import type { Request } from 'express';
import { may } from '../../../../domain/people/permissions.js';
import { courseOf, roleOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { ok } from '../../../../domain/result.js';
import { listReviews } from '../../../../usecases/conduct/list-reviews.js';
import { readHold } from '../../../../usecases/erasure/holds.js';
import { listIntroductions } from '../../../../usecases/mentors/list-introductions.js';
import { listMentors } from '../../../../usecases/mentors/list-mentors.js';
import { addAddress } from '../../../../usecases/people/add-address.js';
import { supervisorsNamed, useOfProgram } from '../../../../usecases/people/history-of-person.js';
import { mergePeople } from '../../../../usecases/people/merge-people.js';
import {
  addressSchema,
  MOST_SHOWN,
  type PersonView,
} from '../../../../usecases/people/person-view.schema.js';
import { namesBehind, personOfAddress, readPerson } from '../../../../usecases/people/read-person.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one } from '../../kit/fields.js';
import type { Field, Form } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { reviewRow } from '../conduct/conduct-list.js';
import { introductionRow } from '../mentors/introduction-row.js';
import { mentorRow } from '../mentors/mentors-list.js';
import { callLine, requestLine } from '../request/known-before.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';

const wordsOf = ({ staff }: Texts) => staff.desk['requesters/:id'];

type PersonText = ReturnType<typeof wordsOf>;

/** What is done with the address typed: it is theirs, or its owner and they are one. */
type Change = { kind: 'add'; email: string } | { kind: 'merge'; from: string };

/** `/staff/requesters/:id`: a person, what the desk has of theirs, and their addresses. */
export const requesterPage = (services: AppServices): FormRoutes =>
  staffForm<PersonView, Change, null>(services, {
    name: 'person-mended',
    load: async ({ actor, params }) => unwrap(await readPerson(services, actor, uuidParam(params.id))),
    form: (person, _standing, texts) =>
      person.mergedInto ? null : addressForm('add', 'email', wordsOf(texts).add),
    others: (person, _standing, texts): Record<string, Form> =>
      person.mergedInto ? {} : { merge: mergeForm(wordsOf(texts).merge) },
    async view(person, _standing, { actor, query, texts }) {
      const t = wordsOf(texts);
      const { program } = services.programs.current();
      const who = await namesBehind(services, actor, person.history);
      const use = unwrap(await useOfProgram(services, actor, person.id));
      const supervisors = unwrap(await supervisorsNamed(services, actor, person.id));
      const asked = typeof query.done === 'string' ? query.done : '';
      return {
        template: 'people/requester.njk',
        section: 'queue',
        title: person.name,
        text: t,
        before: texts.staff.knownBefore,
        signals: use.signals.map((signal) => texts.staff.knownBefore.signal(signal)),
        calls: use.calls.map((call) => callLine({ texts, program }, call)),
        supervisors: supervisors.map(({ id, name, requests, status }) => ({
          href: staffPaths.desk('requesters/:id', id),
          name,
          detail: [t.inRequests(requests), texts.staff.request.supervisorStatus[status] ?? status].join(
            ' · ',
          ),
        })),
        done: Object.hasOwn(t.done, asked) ? t.done[asked] : null,
        backLink: { href: staffPaths.queue, text: t.back },
        mergedHref: person.mergedInto ? staffPaths.desk('requesters/:id', person.mergedInto) : null,
        facts: facts(texts, person, program),
        addresses: person.addresses.map(({ email, proved }) => ({
          email,
          state: proved ? t.proved : t.notProved,
        })),
        requests: requestRows(texts, person, program),
        latestOnly: person.requests.length >= MOST_SHOWN ? t.latestOnly(MOST_SHOWN) : null,
        mentoring: await mentoringOf(services, { actor, texts }, person),
        legalHold: (await heldPerson(services, actor, person.id))
          ? texts.staff.desk.erasures.hold.onPerson
          : null,
        heed: texts.staff.request.heed,
        erasure: erasureLinks(texts, actor, person),
        conduct: await conductOf(services, { actor, texts }, person),
        completions: person.completions.map(({ courseId, passed, awaitsDecision, completedAt }) => ({
          title: courseOf(program, courseId)?.title ?? courseId,
          state: passed ? t.passed : awaitsDecision ? t.doubtful : t.failed,
          when: texts.dates.shortDateTime(completedAt, program.zone),
        })),
        history: person.history.map(({ at, type, email, actor: by }) => ({
          text: t.events[type](email ?? ''),
          by: who.get(by),
          when: texts.dates.shortDateTime(at, program.zone),
        })),
      };
    },
    async read(fields, person, { actor, texts }): Promise<Read<Change>> {
      const { merge: t } = wordsOf(texts);
      const merging = one(fields, 'do') === 'merge';
      const name = merging ? 'other' : 'email';
      const read = addressSchema.safeParse({ email: one(fields, name) });
      if (!read.success) {
        return wrongFields(zodFieldErrors(read.error).map((error) => ({ ...error, pointer: `/${name}` })));
      }
      const { email } = read.data;
      if (!merging) return ok({ kind: 'add', email });
      const other = unwrap(await personOfAddress(services, actor, email));
      if (!other) return wrongFields([{ pointer: '/other', message: t.nobody }]);
      if (other.id === person.id) return wrongFields([{ pointer: '/other', message: t.same }]);
      if (one(fields, 'sure') !== 'yes') {
        return wrongFields([{ pointer: '/sure', message: t.whose(other.name, other.requests) }]);
      }
      return ok({ kind: 'merge', from: other.id });
    },
    async act(change, { req, page }) {
      const done =
        change.kind === 'add'
          ? await addAddress(services, req.actor, page.id, change.email)
          : await mergePeople(services, req.actor, change.from, page.id);
      return done.ok ? ok(null) : done;
    },
    afresh: true,
    done: (_value, { page, fields }) =>
      `${staffPaths.desk('requesters/:id', page.id)}?done=${one(fields, 'do') === 'merge' ? 'merged' : 'added'}`,
  });

const heldPerson = async (services: AppServices, actor: Request['actor'], id: string) =>
  unwrap(await readHold(services, actor, { kind: 'person', id })) !== null;

/** Where they are erased for good or held, for whoever may. */
function erasureLinks({ staff: { desk } }: Texts, actor: Request['actor'], { id, addresses }: PersonView) {
  const { erase, hold } = desk.erasures;
  if (addresses.length === 0) return [];
  return [
    ...(may(actor, 'holds.set') ? [{ text: hold.link, href: staffPaths.desk('holds/person/:id', id) }] : []),
    ...(may(actor, 'erasures.make')
      ? [{ text: erase.link, href: staffPaths.desk('erasures/person/:id', id) }]
      : []),
  ];
}

/** Their place in the pool, and whom they were to be introduced to. Null: there is nothing. */
async function mentoringOf(
  services: AppServices,
  { actor, texts }: Pick<Request, 'actor' | 'texts'>,
  { id }: PersonView,
) {
  if (!may(actor, 'mentors.keep')) return null;
  const { program } = services.programs.current();
  const [place] = unwrap(await listMentors(services, actor, { personId: id, limit: 1 })).items;
  const { items } = unwrap(await listIntroductions(services, actor, { personId: id, limit: 10 }));
  const { card } = texts.staff.desk.mentors;
  if (!place && items.length === 0) return null;
  return {
    title: card.title,
    place: place && { text: card.asMentor, ...mentorRow(texts, place, program) },
    rows: items.map((one) => introductionRow(texts, one, program)),
  };
}

/** For directors alone: what is known of it, and the way to open one. Null: not for this reader. */
async function conductOf(
  services: AppServices,
  { actor, texts }: Pick<Request, 'actor' | 'texts'>,
  { id }: PersonView,
) {
  if (!may(actor, 'conduct.review')) return null;
  const { zone } = services.programs.current().program;
  const { items } = unwrap(await listReviews(services, actor, { personId: id }));
  const { ofPerson, open } = texts.staff.desk.conduct;
  return {
    ...ofPerson,
    rows: items.map((review) => reviewRow(texts, review, zone)),
    open: { text: open.link, href: staffPaths.desk('conduct/open/:person', id) },
  };
}

const addressForm = (
  kind: Change['kind'],
  name: string,
  { label, hint, button }: { label: string; hint: string; button: string },
): Form => ({
  which: { do: kind },
  fields: [{ type: 'line', name, label, hint, email: true, autocomplete: 'off', spellcheck: false }],
  buttons: [{ text: button, style: 'secondary' }],
});

const mergeForm = (text: PersonText['merge']): Form => {
  const { fields = [], ...form } = addressForm('merge', 'other', text);
  const sure: Field = {
    type: 'checkboxes',
    name: 'sure',
    small: true,
    choices: [{ value: 'yes', text: text.sure }],
  };
  return { ...form, fields: [...fields, sure] };
};

function facts(texts: Texts, person: PersonView, program: Program) {
  const t = wordsOf(texts);
  return [
    { key: t.role, value: roleOf(program, person.role)?.label ?? person.role },
    {
      key: t.organization,
      value: person.organization?.name ?? t.none,
      ...(person.organization ? { href: staffPaths.desk('organizations/:id', person.organization.id) } : {}),
    },
    { key: t.state, value: person.state ?? t.none },
    ...(person.licensedIn.length > 0 ? [{ key: t.licensed, value: person.licensedIn.join(', ') }] : []),
  ];
}

function requestRows(texts: Texts, { requests }: PersonView, program: Program) {
  return requests.map((row) =>
    requestLine({ texts, program }, row, ...(row.as === 'supervisor' ? [wordsOf(texts).supervises] : [])),
  );
}
