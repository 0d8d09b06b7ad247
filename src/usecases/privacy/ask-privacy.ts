import { LIMITS } from '../../domain/limits.js';
import type { Actor } from '../../domain/people/actor.js';
import { privacyDueOn, privacyStepsUntil } from '../../domain/privacy/privacy-clock.js';
import { LIVE_PRIVACY, type PrivacyKind } from '../../domain/privacy/privacy-requests.js';
import { privacyWorkflowId } from '../../domain/privacy/workflow-id.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Instant, IsoDate } from '../../domain/time/instant.js';
import { createZone } from '../../domain/time/zone.js';
import type { RecordServices, Services } from '../../ports/services.js';
import { makeDataKey, withKey } from '../data-keys.js';
import { tooOften } from '../limits/too-often.js';
import { lockRows } from '../lock.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { recordSecurity } from '../security/record-security.js';
import { hashToken, newToken } from '../tokens.js';
import { mailPerson, mailStaff } from './privacy-mails.js';
import { lockPrivacy, privacyView } from './privacy-row.js';
import type { PrivacyView } from './privacy-view.schema.js';

const LINK_DAYS = 7;
const DAY_MS = 86_400_000;

/** Until then the mailed link works; what is not confirmed by then is erased. */
export const linkUntil = (askedAt: Date) => new Date(askedAt.getTime() + LINK_DAYS * DAY_MS);

/**
 * Somebody signed in wishes a copy of what the desk has of them, or that it is erased. It counts once they use the link that
 * goes to their mailbox: a browser that was left open asks for nothing. Asked again before, the link is a new one.
 * Refuses `forbidden`, `not-allowed-now` (one waits already), `too-many-requests`.
 */
export async function askPrivacy(
  services: Services,
  actor: Actor,
  kind: PrivacyKind,
  commandId: string,
): Promise<Result<PrivacyView>> {
  if (actor.kind !== 'person') return refuse('only-people-have-data');
  const refused = await tooOften(services, actor, LIMITS.privacyWishes);
  if (refused) return refused;
  const token = newToken();
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    await lockRows(tx)`SELECT id FROM person WHERE id = ${actor.id}::uuid FOR UPDATE`;
    const mine = { personId: actor.id, kind };
    if ((await tx.privacyRequest.count({ where: { ...mine, status: { in: LIVE_PRIVACY } } })) > 0) {
      return refuse('privacy-waits-already');
    }
    const before = await tx.privacyRequest.findFirst({ where: { ...mine, status: 'unconfirmed' } });
    const said = { tokenHash: hashToken(token), askedAt: rec.at };
    const id = before?.id ?? commandId;
    if (before) {
      await tx.privacyRequest.update({ where: { id }, data: said });
    } else {
      if ((await tx.privacyRequest.count({ where: { id } })) > 0) return refuse('privacy-waits-already');
      const { id: dataKeyId } = makeDataKey(rec, services, 'privacy_request');
      await tx.privacyRequest.create({
        data: { id, ...mine, ...said, status: 'unconfirmed', dataKeyId },
      });
    }
    const { zone } = services.programs.current().program;
    await mailPerson(rec, services, {
      kind: 'privacy-confirm',
      id,
      to: actor.email,
      path: `/my/data/confirm/${token}`,
      lapseOn: createZone(zone).dateOf(linkUntil(rec.at).toISOString()),
      effectKey: `${privacyWorkflowId(id)}#confirm#${said.tokenHash}`,
    });
    const row = await tx.privacyRequest.findUniqueOrThrow({ where: { id }, include: withKey });
    return ok(privacyView(services, row, 'self'));
  });
}

/** The wish behind a mailed link, for whose it is: nobody else's link is there. Refuses `not-found`. */
export async function wishBehind(
  { db, clock, vault }: Pick<Services, 'db' | 'clock' | 'vault'>,
  actor: Actor,
  token: string,
): Promise<Result<PrivacyView>> {
  if (actor.kind !== 'person') return refuse('only-people-have-data');
  const row = await db.privacyRequest.findUnique({
    where: { tokenHash: hashToken(token) },
    include: withKey,
  });
  const stands =
    row && row.personId === actor.id && row.status === 'unconfirmed' && linkUntil(row.askedAt) > clock.now();
  return stands ? ok(privacyView({ vault }, row, 'self')) : refuse('privacy-link-over');
}

/**
 * The link was used: from now on its days count. Whoever wishes it and staff are told, and a process watches over it.
 * Refuses `not-found`.
 */
export async function confirmPrivacy(
  services: Services,
  actor: Actor,
  token: string,
): Promise<Result<PrivacyView>> {
  const behind = await wishBehind(services, actor, token);
  if (!behind.ok || actor.kind !== 'person') return behind;
  const { id, kind } = behind.value;
  return recordingOrRefusal(services, async (rec) => {
    const row = await lockPrivacy(rec, id);
    if (row?.status !== 'unconfirmed' || row.personId !== actor.id) return refuse('privacy-link-over');
    const { dueOn, next } = privacyDays(services, rec);
    const confirmed = await rec.tx.privacyRequest.update({
      where: { id },
      data: { status: 'open', tokenHash: null, confirmedAt: rec.at, dueOn, nextDueAt: next },
      include: withKey,
    });
    startPrivacy(rec, id, next);
    await mailPerson(rec, services, {
      kind: 'privacy-received',
      id,
      to: actor.email,
      path: '/my/data',
      dueOn,
      effectKey: `${privacyWorkflowId(id)}#received`,
    });
    await mailStaff(rec, services, {
      kind: 'privacy-waits',
      id,
      dueOn,
      effectKey: `${privacyWorkflowId(id)}#waits`,
    });
    const event = { kind: 'privacy-asked', data: { what: kind }, about: `privacy:${id}` } as const;
    await recordSecurity(rec.tx, services, { ...event, actor });
    return ok(privacyView(services, confirmed, 'self'));
  });
}

/** Its last day, and when it is looked at next, of one that is confirmed now. */
function privacyDays(
  { programs }: Pick<RecordServices, 'programs'>,
  { at }: Recording,
): { dueOn: IsoDate; next: Instant } {
  const { zone: name, clock, privacy } = programs.current().program;
  const zone = createZone(name);
  const confirmedOn = zone.dateOf(at.toISOString());
  const dueOn = privacyDueOn(confirmedOn, privacy);
  const { next } = privacyStepsUntil({ confirmedOn, dueOn, done: 0 }, privacy, {
    now: at.toISOString(),
    at: (day) => zone.at(day, clock.remindersAt),
  });
  return { dueOn, next };
}

export function startPrivacy(rec: Recording, id: string, at: Instant): void {
  rec.outbox.start('privacyRequest', privacyWorkflowId(id), { v: 1, id, at });
}
