import { courseOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { ok } from '../../../../domain/result.js';
import type { CompletionInput } from '../../../../domain/training/completion.schema.js';
import {
  type DoubtfulCompletion,
  doubtfulCompletions,
  settleCompletion,
} from '../../../../usecases/completions/doubtful-completions.js';
import { recordCompletion } from '../../../../usecases/completions/record-completion.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { sendersFormId } from '../../kit/command.js';
import { one } from '../../kit/fields.js';
import type { Form } from '../../kit/form.js';
import { asIs, type FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths } from '../staff-paths.js';
import { completionFields, readCompletion } from './completion-form.js';

interface Page {
  program: Program;
  doubtful: DoubtfulCompletion[];
  count: number;
}

/** One entered by hand, or what a person says of one that contradicts itself. */
type Act = { record: CompletionInput } | { settle: { id: string; counts: boolean } };

type Done = 'recorded' | 'known' | 'doubtful' | 'settled';

/**
 * `/staff/completions`: records one by hand, and settles those whose score and result don't agree. The form's own id
 * makes a second click the same completion.
 */
export const completionPage = (services: AppServices): FormRoutes =>
  staffForm<Page, Act, Done>(services, {
    name: 'completion',
    async load({ actor }) {
      const { items, count } = unwrap(await doubtfulCompletions(services, actor));
      return { program: services.programs.current().program, doubtful: items, count };
    },
    form: ({ program }, _standing, { staff }) => ({
      fields: completionFields(staff, program),
      buttons: [{ text: staff.desk.completions.save }],
    }),
    others: ({ program, doubtful }, _standing, texts) => ({
      doubtful: doubtful.map((one) => settlingForm(one, titleOf(program, one), texts)),
    }),
    view({ program, doubtful, count }, _standing, { query, texts }) {
      const { completions: t } = texts.staff.desk;
      const said: Record<string, string> = {
        recorded: t.saved,
        known: t.known,
        doubtful: t.recordedDoubtful,
        settled: t.settled,
      };
      return {
        template: 'completions/completions.njk',
        section: 'completions',
        title: t.title,
        lead: [t.intro],
        done: typeof query.done === 'string' && Object.hasOwn(said, query.done) ? said[query.done] : null,
        waits: t.doubtful.waits(count),
        doubtfulText: t.doubtful,
        more: count > doubtful.length ? t.doubtful.more(doubtful.length, count) : null,
        doubtful: doubtful.map((one) => doubtfulRow(one, program, texts)),
      };
    },
    read(fields, { program }, { actor, texts }) {
      const id = one(fields, 'settle');
      if (id !== '') return asIs({ settle: { id: uuidParam(id), counts: one(fields, 'counts') === 'yes' } });
      const now = services.clock.now();
      const read = readCompletion(texts, fields, { program, now, sourceId: sendersFormId(fields, actor) });
      return read.ok ? ok({ record: read.value }) : read;
    },
    async act(act, { req }) {
      if ('settle' in act) {
        const settled = await settleCompletion(services, req.actor, act.settle);
        return settled.ok ? ok('settled') : settled;
      }
      const recorded = await recordCompletion(services, req.actor, act.record);
      if (!recorded.ok) return recorded;
      const { isNew, view } = recorded.value;
      return ok(!isNew ? 'known' : view.awaitsDecision ? 'doubtful' : 'recorded');
    },
    afresh: true,
    done: (done) => `${staffPaths.desk('completions')}?done=${done}`,
  });

const titleOf = (program: Program, { courseId }: DoubtfulCompletion) =>
  courseOf(program, courseId)?.title ?? courseId;

function settlingForm(one: DoubtfulCompletion, course: string, { staff }: Texts): Form {
  const { yes, no, hidden } = staff.desk.completions.doubtful;
  const hiddenText = hidden(one.person.name, course);
  return {
    which: { settle: one.id },
    buttons: [
      { text: yes, name: 'counts', value: 'yes', style: 'secondary', hiddenText },
      { text: no, name: 'counts', value: 'no', style: 'secondary', hiddenText },
    ],
  };
}

const percent = (share: number) => Math.round(share * 1000) / 10;

function doubtfulRow(one: DoubtfulCompletion, program: Program, texts: Texts) {
  return {
    course: titleOf(program, one),
    name: one.person.name,
    email: one.person.email,
    href: staffPaths.desk('requesters/:id', one.person.id),
    said: texts.staff.desk.completions.doubtful.said({
      passed: one.saidPassed,
      percent: percent(one.score),
      mark: percent(courseOf(program, one.courseId)?.passMark ?? 0),
      on: texts.dates.dayOf(one.completedAt, program.zone),
      source: one.source,
    }),
  };
}
