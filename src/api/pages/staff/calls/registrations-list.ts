import type { RequestHandler } from 'express';
import {
  REGISTRATION_STATUSES,
  type RegistrationStatus,
} from '../../../../domain/calls/registration-statuses.js';
import { roleOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { countRegistrations } from '../../../../usecases/registrations/count-registrations.js';
import { listRegistrations } from '../../../../usecases/registrations/read-registrations.js';
import type { RegistrationView } from '../../../../usecases/registrations/registration-view.schema.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';

/** What is to be decided comes first. */
const TABS = ['pending' as const, ...REGISTRATION_STATUSES.filter((status) => status !== 'pending')];

/** `/staff/registrations`: those to decide first, oldest first; the others on their own tabs. */
export function registrationsPage(services: AppServices): RequestHandler {
  return async (req, res) => {
    const { texts } = req;
    const text = texts.staff.desk.registrations;
    const { program } = services.programs.current();
    const status = statusOf(req.query.status);
    const series = program.callSeries.find(({ id }) => id === req.query.series)?.id;
    const cursor = typeof req.query.cursor === 'string' ? req.query.cursor.slice(0, 300) : undefined;
    const page = unwrap(await listRegistrations(services, req.actor, { status, series, cursor, limit: 50 }));
    const counts = unwrap(await countRegistrations(services, req.actor));
    const countOf = (one: RegistrationStatus) =>
      counts
        .filter((row) => row.status === one && (!series || row.seriesId === series))
        .reduce((sum, row) => sum + row.n, 0);
    const href = (change: { status?: string; cursor?: string }) => {
      const query = new URLSearchParams({ status, ...(series ? { series } : {}), ...change });
      return `${paths.desk('registrations')}?${query}`;
    };
    renderStaff(res, 'calls/registrations.njk', {
      section: 'registrations',
      title: text.title,
      text,
      tabs: TABS.map((one) => ({
        text: `${text.tabs[one]} (${countOf(one)})`,
        href: href({ status: one }),
        active: one === status,
      })),
      capacity: text.capacity(capacityList(program, counts)),
      rows: page.items.map((item) => registrationRow(texts, item, program)),
      empty: status === 'pending' ? text.empty.pending : text.empty.other,
      moreHref: page.nextCursor ? href({ cursor: page.nextCursor }) : null,
      done: doneWords(text.done, req.query.done),
    });
  };
}

/** What was done just now, as the address says; whatever else it may say is nothing. */
function doneWords(words: Record<string, string>, done: unknown): string | null {
  return typeof done === 'string' && Object.hasOwn(words, done) ? (words[done] ?? null) : null;
}

function capacityList(program: Program, counts: { status: string; seriesId: string; n: number }[]): string {
  const approved = (id: string) =>
    counts.find((row) => row.status === 'approved' && row.seriesId === id)?.n ?? 0;
  return program.callSeries.map(({ id, title }) => `${title} ${approved(id)}`).join(', ');
}

export function registrationRow(texts: Texts, view: RegistrationView, program: Program) {
  const { registrationReasons } = texts.staff.calls;
  return {
    href: paths.desk('registrations/:id', view.id),
    name: view.name,
    email: view.email,
    role: roleOf(program, view.role)?.label ?? view.role,
    series: program.callSeries.find(({ id }) => id === view.series)?.title ?? view.series,
    reasons: view.reasons.map((reason) => registrationReasons[reason]),
    when: texts.dates.shortDateTime(view.registeredAt, program.zone),
  };
}

function statusOf(raw: unknown): RegistrationStatus {
  return REGISTRATION_STATUSES.find((status) => status === raw) ?? 'pending';
}
