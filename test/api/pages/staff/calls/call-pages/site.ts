import { hiddenOf, type StaffSite, type StaffUser } from '../../staff-site.js';
import { NON_LEGAL, startCallWorld } from '../call-world.js';

// What the cases of the staff’s pages about calls have in common: the web side and who is on staff.

/** Over the real desk: what staff do with a call, week by week. */
export let site: StaffSite;
export let ana: StaffUser;

export const room = `/staff/calls/${NON_LEGAL}`;

export async function startSite(): Promise<void> {
  site = await startCallWorld();
  ana = await site.person('Ana Attorney', 'coordinator');
}

export async function send(path: string, form: Record<string, string> | URLSearchParams, as = ana) {
  const hidden = hiddenOf((await site.get(as, path)).html);
  const body = form instanceof URLSearchParams ? form : new URLSearchParams(form);
  for (const [name, value] of Object.entries(hidden)) if (!body.has(name)) body.set(name, value);
  return site.post(as, path, body);
}

export const pageAt = async (path: string) => (await site.get(ana, path)).html;

export const eventsOf = (callId: string, type: string) =>
  site.desk.wired.services.db.processEvent.count({ where: { workflowId: `call/${callId}`, type } });
