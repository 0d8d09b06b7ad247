import type { Request, RequestHandler } from 'express';
import { withoutAddresses } from '../../../../domain/mail/address.js';
import { findIdentifiers } from '../../../../domain/requests/identifier-warning.js';
import { openQuestions } from '../../../../usecases/calls/questions/open-questions.js';
import type { QuestionRow } from '../../../../usecases/calls/questions.js';
import type { AppServices } from '../../../app-deps.js';
import type { Texts } from '../../../text/texts.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';
import { type BoardRow, boardRows } from './board-rows.js';
import { loadCall, type StaffCall } from './load-call.js';

/** `/staff/calls/:id/agenda`: the selected questions to print, without names or what looks like one. */
export function agendaPage(services: AppServices): RequestHandler {
  return async (req, res) => {
    const { texts } = req;
    const { callPage, aboutCall } = texts.staff.calls;
    const text = aboutCall.questions;
    const call = await loadCall(services, req);
    const items = await agendaOf(services, req, call);
    const minutes = items.length ? Math.floor(call.series.durationMinutes / items.length) : 0;
    renderStaff(res, 'calls/agenda.njk', {
      section: 'calls',
      title: text.agendaTitle,
      text,
      about: `${call.series.title} · ${texts.dates.pair(call.row.startsAt.toISOString(), call.zone)} · ${call.rule.label}`,
      items,
      minutes: minutes ? text.minutesEach(minutes) : null,
      hidden: items.some(({ hidden }) => hidden),
      backLink: { href: paths.call(call.row.id), text: callPage.backToRoom },
    });
  };
}

interface AgendaItem {
  number: number;
  role: string;
  about: string;
  marks: BoardRow['marks'];
  words: string;
  hidden: boolean;
}

async function agendaOf(
  services: AppServices,
  { actor, texts }: Request,
  call: StaffCall,
): Promise<AgendaItem[]> {
  const rows = (await boardRows(services, texts, call)).filter(({ selected }) => selected);
  const words = await openQuestions(
    services,
    actor,
    rows.map(({ row }) => row),
  );
  return rows.map(({ id, role, about, marks, row }, index) => {
    const own = words.get(id) ?? '';
    const masked = withoutAsker(texts, own, row);
    return { number: index + 1, role, about, marks, words: masked, hidden: masked !== own };
  });
}

/** A question as everybody on the call may hear it. */
export function withoutAsker(
  texts: Texts,
  words: string,
  { askerName, organizationName, askerEmail }: QuestionRow,
): string {
  return withoutIdentifiers(texts, words, [askerName, organizationName, askerEmail]);
}

/** Leaves out what looks like an identifier, e-mail addresses, and the asker's own name and organization. */
export function withoutIdentifiers(texts: Texts, words: string, own: readonly (string | null)[]): string {
  const { hidden } = texts.staff.calls.aboutCall.questions;
  const names = own.filter((name): name is string => name !== null && name.trim().length > 2);
  const patterns = names.sort((a, b) => b.length - a.length).map((name) => new RegExp(literal(name), 'gi'));
  const masked = withoutAddresses(withoutFound(words, hidden), hidden);
  return patterns.reduce((text, one) => text.replaceAll(one, hidden), masked);
}

function withoutFound(words: string, hidden: string): string {
  let masked = '';
  let end = 0;
  for (const { start, end: after } of findIdentifiers(words)) {
    masked += words.slice(end, start) + hidden;
    end = after;
  }
  return masked + words.slice(end);
}

const literal = (plain: string) => plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
