import { may } from '../../../../domain/people/permissions.js';
import { ok, type Result } from '../../../../domain/result.js';
import { eraseByHand, previewErasure, type Subject } from '../../../../usecases/erasure/erase-by-hand.js';
import type { Erased } from '../../../../usecases/erasure/erase-person.js';
import { type About, type HoldView, nameOfSubject, readHold } from '../../../../usecases/erasure/holds.js';
import type { AppServices } from '../../../app-deps.js';
import { uuidParam } from '../../../http/parse.js';
import { unwrap } from '../../../http/problem.js';
import { say } from '../../../text/say.js';
import type { Read } from '../../../views/page-errors.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormRoutes } from '../../kit/form-page.js';
import { staffForm } from '../staff-form.js';
import { staffPaths as paths } from '../staff-paths.js';
import { countWords } from './erasures-page.js';

interface ErasePage {
  about: About;
  /** Its reference, or an address: typed to be sure. */
  name: string;
  label: string;
  preview: Result<Erased>;
  hold: HoldView | null;
}

/** `/staff/erasures/request/:id` and `…/person/:id`: what would go and what stays, and doing it. */
export const erasePage =
  (kind: About['kind']) =>
  (services: AppServices): FormRoutes =>
    staffForm<ErasePage, null, Erased>(services, {
      name: 'erased',
      async load({ actor, params }) {
        const about = { kind, id: uuidParam(params.id) };
        const { name, label } = unwrap(await nameOfSubject(services, actor, about));
        const preview = await previewErasure(services, actor, subjectOf(kind, name));
        return { about, name, label, preview, hold: unwrap(await readHold(services, actor, about)) };
      },
      form({ name, preview }, _standing, { staff }) {
        const { erase: t } = staff.desk.erasures;
        if (!preview.ok) return null;
        return {
          fields: [
            { type: 'warning', title: t.warningTitle, text: t.warning },
            { type: 'line', name: 'name', label: t.type[kind](name), spellcheck: false, autocomplete: 'off' },
          ],
          buttons: [{ text: t.button, style: 'warning' }],
        };
      },
      view({ about, label, preview }, _standing, { actor, texts }) {
        const { erasures: text } = texts.staff.desk;
        return {
          template: 'erasures/erase.njk',
          section: 'erasures',
          title: text.erase.title(label),
          text: text.erase,
          backLink: backLink(about, text.back[kind]),
          counts: preview.ok ? countWords(texts, preview.value.counts) : [],
          stays: preview.ok ? staying(preview.value, text) : [],
          whyNot: preview.ok ? null : say(texts, preview.problem),
          holdHref: may(actor, 'holds.set') ? holdPath(about) : null,
          holdText: text.hold.link,
        };
      },
      read(fields, { name }, { texts }): Read<null> {
        const typed = one(fields, 'name').trim().toLowerCase();
        if (typed === name.toLowerCase()) return ok(null);
        return wrongFields([{ pointer: '/name', message: texts.refusals['name-typed-otherwise'] }]);
      },
      act: (_sure, { req, page }) => eraseByHand(services, req.actor, subjectOf(kind, page.name)),
      done: () => `${paths.desk('erasures')}?done=${kind}`,
    });

const subjectOf = (kind: About['kind'], name: string): Subject =>
  kind === 'request' ? { request: name } : { person: name };

export const backLink = ({ kind, id }: About, text: string) => ({
  href: kind === 'request' ? paths.request(id) : paths.desk('requesters/:id', id),
  text,
});

export const holdPath = ({ kind, id }: About): string =>
  kind === 'request' ? paths.desk('holds/request/:id', id) : paths.desk('holds/person/:id', id);

export function staying(
  { kept }: Erased,
  text: { keptCompletions(n: number): string; keptReadings: string; keptNumbers: string },
): string[] {
  return [
    ...(kept.completions > 0 ? [text.keptCompletions(kept.completions)] : []),
    text.keptReadings,
    text.keptNumbers,
  ];
}
