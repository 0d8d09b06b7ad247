import type { Request } from 'express';
import { may } from '../../../../domain/people/permissions.js';
import { isPrecedentDecision } from '../../../../domain/precedents/decide-precedent.js';
import {
  type PrecedentDecision,
  precedentDecisionSchema,
} from '../../../../domain/precedents/precedent.schema.js';
import { kindOf, topicLabel } from '../../../../domain/program/lookup.js';
import { ok } from '../../../../domain/result.js';
import { decidePrecedent, offeredOnPrecedent } from '../../../../usecases/precedents/decide-precedent.js';
import { precedentPast, readPrecedent } from '../../../../usecases/precedents/read-precedents.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { markdownHtml } from '../../../views/markdown-html.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one, versionSeen } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { precedentClasses } from '../../parts/status-classes.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';

/** `/staff/precedents/:id`: its wording, what became of it, and what may be decided. */
export const precedentPage = (services: AppServices): FormRoutes =>
  staffForm(services, {
    name: 'precedent',
    async load({ actor, params }) {
      const precedent = unwrap(await readPrecedent(services, actor, uuidParam(params.id)));
      const { kinds, own } = unwrap(await offeredOnPrecedent(services, actor, precedent.id));
      const past = unwrap(await precedentPast(services, actor, precedent.id));
      return { precedent, kinds, own, past };
    },
    form({ precedent, kinds }, _standing, texts) {
      const { decide: t } = texts.staff.desk.precedents;
      if (kinds.length === 0) return null;
      return {
        hidden: { seen: String(precedent.version) },
        fields: [
          {
            type: 'radios',
            name: 'kind',
            legend: t.legend,
            missing: t.missing,
            choices: kinds.map((value) => ({ value, text: t.choices[value] })),
          },
          ...(kinds.includes('return')
            ? [
                {
                  type: 'words' as const,
                  name: 'comment',
                  rows: 4,
                  label: t.comment.label,
                  hint: t.comment.hint,
                },
              ]
            : []),
        ],
        buttons: [{ text: t.button }],
      };
    },
    view({ precedent, own, past }, _standing, { actor, query, texts }) {
      const text = texts.staff.desk.precedents;
      const { program } = services.programs.current();
      const { status, requestId } = precedent;
      return {
        template: 'precedents/precedent.njk',
        section: 'precedents',
        title: precedent.question || text.nameless,
        text,
        done: doneWith(texts, query.done),
        backLink: { href: paths.desk('precedents'), text: text.back },
        tag: { text: text.statuses[status], classes: precedentClasses[status] },
        outdated: precedent.outdated ? text.outdated : null,
        own: own && status === 'awaiting-review' ? text.decide.own : null,
        revise:
          may(actor, 'precedents.write') && status !== 'erased'
            ? paths.desk('precedents/:id/revise', precedent.id)
            : null,
        answer: markdownHtml(precedent.answer),
        comment: precedent.comment,
        source: requestId && paths.request(requestId),
        facts: [
          { key: text.facts.kind, value: kindOf(program, precedent.kind)?.label ?? precedent.kind },
          { key: text.facts.topics, value: precedent.topics.map((id) => topicLabel(program, id)).join(', ') },
          { key: text.facts.audience, value: text.audiences[precedent.audience] },
          { key: text.facts.reviewBy, value: texts.dates.date(precedent.reviewBy) },
        ],
        past: past.map(({ type, at, name, question, answer }) => ({
          text: text.events[type],
          byline: [name ?? texts.staff.common.somebody, texts.dates.shortDateTime(at, program.zone)].join(
            ' · ',
          ),
          question,
          answer,
        })),
      };
    },
    read(fields, { precedent }, { texts }: Request) {
      const kind = one(fields, 'kind');
      const { decide: t } = texts.staff.desk.precedents;
      const comment = one(fields, 'comment').trim();
      if (kind === 'return' && comment === '') {
        return wrongFields([{ pointer: '/comment', message: t.comment.missing }]);
      }
      const read = precedentDecisionSchema.safeParse(kind === 'return' ? { kind, comment } : { kind });
      if (!read.success) {
        return wrongFields(
          isPrecedentDecision(kind) ? zodFieldErrors(read.error) : [{ pointer: '/kind', message: t.missing }],
        );
      }
      const ifMatch = versionSeen(fields) ?? precedent.version;
      return ok<{ decision: PrecedentDecision; ifMatch: number }>({ decision: read.data, ifMatch });
    },
    act: ({ decision, ifMatch }, { page, req }) =>
      decidePrecedent(services, req.actor, page.precedent.id, decision, { ifMatch }),
    afresh: true,
    done: ({ id }, { fields }) => `${paths.desk('precedents/:id', id)}?done=${one(fields, 'kind')}`,
  });

function doneWith({ staff }: Texts, done: unknown): string | null {
  const text = staff.desk.precedents;
  if (done === 'suggested') return text.suggest.done;
  if (done === 'revised') return text.revise.done;
  return isPrecedentDecision(done) ? text.decide.done[done] : null;
}
