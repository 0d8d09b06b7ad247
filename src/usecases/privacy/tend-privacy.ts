import { privacyStepsUntil } from '../../domain/privacy/privacy-clock.js';
import { privacyWorkflowId } from '../../domain/privacy/workflow-id.js';
import type { Instant } from '../../domain/time/instant.js';
import { createZone } from '../../domain/time/zone.js';
import type { RecordServices } from '../../ports/services.js';
import { eraseWithin } from '../erasure/erase-by-hand.js';
import { type Recording, recording } from '../recording.js';
import { addressOf, lastMailOf, openWorkOf } from './decide-privacy.js';
import { mailStaff } from './privacy-mails.js';
import { lockPrivacy, type PrivacyRow } from './privacy-row.js';

const MINUTE_MS = 60_000;
/** So often it is looked whether the last mail has left. */
const LOOK_MS = 10 * MINUTE_MS;
/** A mail that can't be delivered holds up no erasure longer than that. */
const PATIENCE_MS = 24 * 60 * MINUTE_MS;

/** What is due about a wish: reminders and escalations while it waits, the erasure once it is granted. Null: it has ended. */
export async function tendPrivacy(
  services: RecordServices,
  id: string,
  at: Instant,
): Promise<{ next: Instant | null }> {
  return recording(services, async (rec) => {
    const row = await lockPrivacy(rec, id);
    if (row?.status === 'erasing') return { next: await carryOut(rec, services, row) };
    if (row?.status === 'open') return { next: await remind(rec, services, row, at) };
    return { next: null };
  });
}

async function remind(
  rec: Recording,
  services: RecordServices,
  row: PrivacyRow,
  dueAt: Instant,
): Promise<Instant> {
  const { zone: name, clock, privacy } = services.programs.current().program;
  const zone = createZone(name);
  const { confirmedAt, dueOn } = row;
  if (!confirmedAt || !dueOn) throw new Error('a wish that waits was never confirmed');
  // On simulated time the process may be woken before the clock is read; a decision wakes it before its time.
  const isTime = row.nextDueAt !== null && row.nextDueAt.toISOString() === dueAt;
  const now = isTime && dueAt > rec.at.toISOString() ? dueAt : rec.at.toISOString();
  const wish = { confirmedOn: zone.dateOf(confirmedAt.toISOString()), dueOn, done: row.reminders };
  const { due, done, next } = privacyStepsUntil(wish, privacy, {
    now,
    at: (day) => zone.at(day, clock.remindersAt),
  });
  if (due) {
    await mailStaff(rec, services, {
      kind: due.kind === 'overdue' ? 'privacy-overdue' : 'privacy-waits',
      id: row.id,
      dueOn,
      effectKey: `${privacyWorkflowId(row.id)}#${due.day}`,
    });
  }
  await rec.tx.privacyRequest.update({
    where: { id: row.id },
    data: { reminders: done, nextDueAt: next },
  });
  return next;
}

/** Null: it is done. Where something keeps them by now after all, it waits for staff again. */
async function carryOut(rec: Recording, services: RecordServices, row: PrivacyRow): Promise<Instant | null> {
  const { tx, at } = rec;
  const decidedAt = row.decidedAt ?? at;
  const mail = await tx.message.findUnique({
    where: { effectKey: lastMailOf(row.id, { kind: 'carry-out' }) },
    select: { status: true },
  });
  const onItsWay = mail !== null && ['queued', 'sending'].includes(mail.status);
  if (onItsWay && at.getTime() - decidedAt.getTime() < PATIENCE_MS) {
    const next = new Date(at.getTime() + LOOK_MS);
    await tx.privacyRequest.update({ where: { id: row.id }, data: { nextDueAt: next } });
    return next.toISOString();
  }
  const email = await addressOf(tx, row);
  const kept = await openWorkOf(tx, row);
  const done =
    email === null || kept
      ? kept
      : await eraseWithin(rec, services, row.decidedBy ?? 'system', { person: email });
  if (done && !done.ok) return backToStaff(rec, services, row);
  const stays = done?.ok ? done.value.kept.completions : 0;
  await tx.privacyRequest.update({
    where: { id: row.id },
    data: { status: stays > 0 ? 'partly' : 'done', personId: null, sealed: null, nextDueAt: null },
  });
  return null;
}

async function backToStaff(rec: Recording, services: RecordServices, row: PrivacyRow): Promise<Instant> {
  await mailStaff(rec, services, {
    kind: 'privacy-waits',
    id: row.id,
    dueOn: row.dueOn,
    effectKey: `${privacyWorkflowId(row.id)}#again#${rec.at.toISOString()}`,
  });
  await rec.tx.privacyRequest.update({
    where: { id: row.id },
    data: { status: 'open', decidedAt: null, decidedBy: null },
  });
  return remind(rec, services, row, rec.at.toISOString());
}
