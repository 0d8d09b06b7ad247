import { mailsAbout } from '../../../../usecases/mail/mail-log.js';
import { registrationEvents } from '../../../../usecases/registrations/read-registration-events.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Reader } from '../staff-page.js';

interface Line {
  text: string;
  by: string | null;
  /** What changed, what there was to look at. */
  notes: string[];
  reply: string | null;
}

/** A registration's past, newest first: each decision with who made it and why, and its mails between them. */
export async function registrationHistory(
  services: AppServices,
  { actor, texts }: Reader,
  id: string,
  zone: string,
) {
  const { registrationReasons, mailKinds } = texts.staff.calls;
  const text = texts.staff.desk.registrations;
  const { items } = unwrap(await registrationEvents(services, actor, id));
  const mails = unwrap(await mailsAbout(services, actor, id)).reverse();
  const lines: (Line & { at: string })[] = [
    ...items.map(({ type, at, actor: who, status, reasons, changed, reply }) => ({
      text: text.historyLines[type][status] ?? status,
      at,
      by: who.kind === 'system' ? text.bySystem : who.name,
      notes: [
        ...(changed.length > 0
          ? [text.changed(changed.map((fact) => text.changedFacts[fact]).join(', '))]
          : []),
        ...(status === 'pending' && reasons.length > 0
          ? [`${text.lookedAt} ${reasons.map((reason) => registrationReasons[reason]).join(' ')}`]
          : []),
      ],
      reply,
    })),
    ...mails.map(({ kind, queuedAt }) => ({
      text: text.mail(mailKinds[kind] ?? kind),
      at: queuedAt.toISOString(),
      by: null,
      notes: [],
      reply: null,
    })),
  ];
  // Of one instant, what was decided comes before the mail about it: here that is below it.
  return lines
    .map((line, index) => ({ ...line, index, when: texts.dates.pair(line.at, zone) }))
    .sort((a, b) => (a.at === b.at ? b.index - a.index : a.at < b.at ? 1 : -1));
}
