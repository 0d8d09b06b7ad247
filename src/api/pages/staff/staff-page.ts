import type { Request, Response } from 'express';
import type { Actor } from '../../../domain/people/actor.js';
import { may } from '../../../domain/people/permissions.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { NO_ERRORS, type PageErrors } from '../../views/page-errors.js';
import { staffPaths } from './staff-paths.js';

export type StaffSection = keyof Texts['staff']['nav'];

/** Who reads a page, and in which language. */
export type Reader = Pick<Request, 'actor' | 'texts'>;

export interface StaffPage {
  section: StaffSection;
  title: string;
  errors?: PageErrors;
  /** Said in a banner after something was done. */
  done?: string | null;
  backLink?: { href: string; text: string };
  status?: number;
  [data: string]: unknown;
}

/** Renders a staff page: navigation for what this person may open, then the page's own data. */
export function renderStaff(res: Response, template: string, page: StaffPage): void {
  const actor = res.locals.actor as Actor;
  const { common } = res.req.texts.staff;
  if (page.status !== undefined) res.status(page.status);
  res.render(`pages/staff/${template}`, {
    ...page,
    errors: page.errors ?? NO_ERRORS,
    staffPaths,
    staff: {
      ...navFor(res, actor, page.section),
      navLabel: common.navLabel,
      success: common.success,
    },
  });
}

interface NavItem {
  text: string;
  href: string;
  active: boolean;
}

type Entry = [section: StaffSection, href: string, allowed: boolean];

/** What this person may open: what the day is spent on in the line, the rest behind "More". */
function navFor(res: Response, actor: Actor, current: StaffSection) {
  const { nav: words, more } = res.req.texts.staff;
  // What people come back to all day. Add with care: all of it fits into one line of a narrow desk.
  const daily: Entry[] = [
    ['queue', staffPaths.queue, true],
    ['calls', staffPaths.desk('calls'), may(actor, 'calls.decide')],
    ['registrations', staffPaths.desk('registrations'), may(actor, 'calls.registrations')],
    ['precedents', staffPaths.desk('precedents'), may(actor, 'precedents.read')],
    ['conduct', staffPaths.desk('conduct'), may(actor, 'conduct.review')],
    ['workload', staffPaths.desk('workload'), may(actor, 'work.reassign')],
  ];
  // What is done now and then, people and courses before how the desk is set up.
  const rare: Entry[] = [
    ['mentors', staffPaths.desk('mentors'), may(actor, 'mentors.keep')],
    ['completions', staffPaths.desk('completions'), may(actor, 'completions.record')],
    ['away', staffPaths.desk('away'), may(actor, 'absences.read')],
    ['closures', staffPaths.desk('closures'), may(actor, 'closures.read')],
    ['mail', staffPaths.desk('mail'), may(actor, 'messages.read')],
    ['numbers', staffPaths.desk('numbers'), true],
    ['people', staffPaths.desk('people'), may(actor, 'admin.users')],
    ['keys', staffPaths.desk('keys'), may(actor, 'admin.keys')],
    ['privacy', staffPaths.desk('privacy'), may(actor, 'privacy.read')],
    ['erasures', staffPaths.desk('erasures'), may(actor, 'erasures.make')],
    ['security', staffPaths.desk('security'), may(actor, 'security.events')],
    ['settings', staffPaths.desk('settings'), may(actor, 'settings.high-volume')],
  ];
  const items = (entries: Entry[]): NavItem[] =>
    entries
      .filter(([, , allowed]) => allowed)
      .map(([section, href]) => ({ text: words[section], href, active: section === current }));
  const behind = [...items(rare), ...mailboxOf(res)];
  return { nav: items(daily), more: { text: more, items: behind, active: behind.some((one) => one.active) } };
}

/** The development mailbox, where there is one. */
function mailboxOf(res: Response): NavItem[] {
  if (!res.locals.mailboxOpen) return [];
  return [{ text: res.req.texts.layout.navigation.mailbox, href: paths.mailbox, active: false }];
}
