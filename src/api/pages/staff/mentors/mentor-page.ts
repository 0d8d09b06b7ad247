import type { Request } from 'express';
import { OTHER_ROLE } from '../../../../domain/calls/registration-facts.js';
import type { MentorDecisionKind, MentorTerms } from '../../../../domain/mentors/mentor.schema.js';
import { mentorTermsSchema } from '../../../../domain/mentors/mentor.schema.js';
import { roleOf, topicLabels } from '../../../../domain/program/lookup.js';
import { ok } from '../../../../domain/result.js';
import { changeMentor } from '../../../../usecases/mentors/change-mentor.js';
import { offeredOnMentor } from '../../../../usecases/mentors/decide-on-mentor.js';
import { mentorPast } from '../../../../usecases/mentors/introduction-past.js';
import { listIntroductions } from '../../../../usecases/mentors/list-introductions.js';
import type { MentorView } from '../../../../usecases/mentors/mentor-view.schema.js';
import { readMentor } from '../../../../usecases/mentors/read-mentor.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { dateFields } from '../../kit/date-field.js';
import { versionSeen } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { stateName } from '../../parts/parse-states.js';
import { mentorClasses } from '../../parts/status-classes.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { isDecidedHere } from './decide-mentor-page.js';
import { introductionRow } from './introduction-row.js';
import { readPause, readTerms, termsFields, termsTyped } from './terms-form.js';

/** `/staff/mentors/:id`: a mentor, whom they have, what happened, and what they are asked for. */
export const mentorPage = (services: AppServices): FormRoutes =>
  staffForm<MentorView, MentorTerms, MentorView>(services, {
    name: 'mentor-changed',
    load: async ({ actor, params }) => unwrap(await readMentor(services, actor, uuidParam(params.id))),
    form(mentor, _standing, texts) {
      const { change, terms } = texts.staff.desk.mentors;
      return {
        hidden: { seen: String(mentor.version) },
        fields: [
          ...termsFields(texts, services.programs.current().program),
          {
            type: 'date',
            name: 'pausedUntil',
            legend: terms.pausedUntil.legend,
            hint: terms.pausedUntil.hint,
          },
        ],
        initial: {
          ...termsTyped(mentor),
          ...(mentor.pausedUntil ? dateFields('pausedUntil', mentor.pausedUntil) : {}),
        },
        buttons: [{ text: change.button }],
      };
    },
    view: (mentor, _standing, req) => viewOf(services, mentor, req),
    read(fields, _page, { texts }) {
      const { typed, errors } = readTerms(texts, fields);
      const pause = readPause(texts, fields);
      const read = mentorTermsSchema.safeParse({ ...typed, pausedUntil: pause.date });
      const all = [...errors, ...pause.errors, ...(read.success ? [] : zodFieldErrors(read.error))];
      return read.success && all.length === 0 ? ok(read.data) : wrongFields(all);
    },
    act(terms, { req, page, fields, commandId }) {
      const ifMatch = versionSeen(fields);
      return changeMentor(services, req.actor, page.id, terms, { commandId, ifMatch });
    },
    ids: { '/pausedUntil': 'pausedUntil-month' },
    afresh: true,
    done: ({ id }) => `${paths.desk('mentors/:id', id)}?done=changed`,
  });

async function viewOf(services: AppServices, mentor: MentorView, { actor, query, texts }: Request) {
  const { mentors: text } = texts.staff.desk;
  const { program } = services.programs.current();
  const now = services.clock.now().toISOString();
  const { items } = unwrap(await listIntroductions(services, actor, { mentorId: mentor.id, limit: 50 }));
  const past = unwrap(await mentorPast(services, actor, mentor.id));
  const when = (at: string) => texts.dates.shortDateTime(at, program.zone);
  return {
    template: 'mentors/mentor.njk',
    section: 'mentors' as const,
    title: mentor.name,
    text,
    done: doneWith(texts, query.done),
    backLink: { href: paths.desk('mentors'), text: text.back },
    tag: { text: text.statuses[mentor.status], classes: mentorClasses[mentor.status] },
    links: offeredOnMentor(mentor, { staff: true, now })
      .filter(isDecidedHere)
      .map((kind) => ({
        text: text.decisions[kind].link,
        href: paths.desk('mentors/:id/decide/:kind', mentor.id, kind),
      })),
    person: { name: mentor.name, href: paths.desk('requesters/:id', mentor.personId) },
    facts: factsOf(texts, mentor, program, when),
    rows: items.map((one) => introductionRow(texts, one, program)),
    history: past.map(({ type, at, name }) => ({
      text: text.mentorEvents[type],
      byline: [...(name ? [text.by(name)] : []), when(at)].join(' · '),
    })),
  };
}

function doneWith({ staff }: Texts, done: unknown): string | null {
  const { mentors: text } = staff.desk;
  if (done === 'changed') return text.change.done;
  return isDecidedHere(done as MentorDecisionKind)
    ? text.decisions[done as keyof typeof text.decisions].done
    : null;
}

function factsOf(
  { staff, dates }: Texts,
  mentor: MentorView,
  program: Parameters<typeof topicLabels>[0],
  when: (at: string) => string,
) {
  const { facts: t, anywhere, loadOf } = staff.desk.mentors;
  const some = (key: string, value: string | null) => (value ? [{ key, value }] : []);
  return [
    { key: t.email, value: mentor.email },
    {
      key: t.title,
      value:
        mentor.role === OTHER_ROLE ? t.titleUnknown : (roleOf(program, mentor.role)?.label ?? mentor.role),
    },
    ...some(t.organization, mentor.organization),
    { key: t.areas, value: topicLabels(program, mentor.topics) },
    { key: t.states, value: mentor.states.map(stateName).join(', ') || anywhere },
    { key: t.load, value: loadOf(mentor.load, mentor.capacity) },
    ...(mentor.asked > 0 ? [{ key: t.asked, value: String(mentor.asked) }] : []),
    ...some(t.paused, mentor.paused && mentor.pausedUntil ? dates.date(mentor.pausedUntil) : null),
    { key: t.invited, value: when(mentor.invitedAt) },
    ...some(t.until, mentor.status === 'invited' ? when(mentor.invitedUntil) : null),
    ...some(t.agreed, mentor.agreedAt && when(mentor.agreedAt)),
    ...some(t.ended, mentor.endedAt && when(mentor.endedAt)),
  ];
}
