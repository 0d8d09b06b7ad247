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
  const { common, nav } = res.req.texts.staff;
  if (page.status !== undefined) res.status(page.status);
  res.render(`pages/staff/${template}`, {
    ...page,
    errors: page.errors ?? NO_ERRORS,
    staffPaths,
    staff: {
      nav: [...navFor(nav, actor, page.section), ...mailboxOf(res)],
      navLabel: common.navLabel,
      success: common.success,
    },
  });
}

/** The development mailbox, where there is one. */
function mailboxOf(res: Response): { text: string; href: string; active: boolean }[] {
  if (!res.locals.mailboxOpen) return [];
  return [{ text: res.req.texts.layout.navigation.mailbox, href: paths.mailbox, active: false }];
}

function navFor(
  words: Texts['staff']['nav'],
  actor: Actor,
  current: StaffSection,
): { text: string; href: string; active: boolean }[] {
  const items: [section: StaffSection, href: string, allowed: boolean][] = [
    ['queue', staffPaths.queue, true],
    ['calls', staffPaths.desk('calls'), may(actor, 'calls.decide')],
    ['registrations', staffPaths.desk('registrations'), may(actor, 'calls.registrations')],
    ['precedents', staffPaths.desk('precedents'), may(actor, 'precedents.read')],
    ['closures', staffPaths.desk('closures'), may(actor, 'closures.read')],
    ['conduct', staffPaths.desk('conduct'), may(actor, 'conduct.review')],
    ['mail', staffPaths.desk('mail'), may(actor, 'messages.read')],
    ['completions', staffPaths.desk('completions'), may(actor, 'completions.record')],
    ['workload', staffPaths.desk('workload'), may(actor, 'work.reassign')],
    ['numbers', staffPaths.desk('numbers'), true],
    ['people', staffPaths.desk('people'), may(actor, 'admin.users')],
    ['keys', staffPaths.desk('keys'), may(actor, 'admin.keys')],
    ['settings', staffPaths.desk('settings'), may(actor, 'settings.high-volume')],
  ];
  return items
    .filter(([, , allowed]) => allowed)
    .map(([section, href]) => ({ text: words[section], href, active: section === current }));
}
