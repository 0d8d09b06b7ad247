import type { Subscription } from '../../adapters/database/generated/client.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { tellLateJoiner } from '../calls/late-joiner.js';
import type { Caller } from '../limits/caller.js';
import { ownsAddress } from '../people/owns-address.js';
import { type Recording, recording } from '../recording.js';
import { askToConfirm } from './confirmation-mail.js';
import { newSubscription } from './create-subscription.js';
import { dropUnconfirmed } from './drop-unconfirmed.js';
import { endSubscriptions } from './end-subscription.js';
import { lockAddress } from './lock-address.js';
import { mayAskToConfirm } from './may-ask.js';
import type { SubscriptionInput, SubscriptionView } from './subscription.schema.js';
import { tellContacts } from './tell-contacts.js';

interface Subscribed {
  view: SubscriptionView;
  isNew: boolean;
}

/** How the caller stands to the address: signed in with it, vouching for it on staff, or a stranger to it. */
type Standing = 'owner' | 'staff' | 'stranger';

/**
 * Asks for mail about the calls, or to be left alone. Owners proved their address by signing in; staff vouch for
 * it, though not against somebody who has unsubscribed; of strangers the owner is asked by mail first.
 */
export async function subscribe(
  services: Services,
  actor: Actor,
  input: SubscriptionInput,
  { by }: { by: Caller },
): Promise<Result<Subscribed>> {
  const standing = await standingOf(services, actor, input.email);
  const asks = standing === 'stranger' && input.emailUpdates;
  const may = asks ? await mayAskToConfirm(services, { email: input.email, by }) : ok(false);
  if (!may.ok) return may;
  return ok(await record(services, input, { standing, mayAsk: may.value }));
}

async function record(
  services: Services,
  input: SubscriptionInput,
  { standing, mayAsk }: { standing: Standing; mayAsk: boolean },
): Promise<Subscribed> {
  return recording(services, async (rec) => {
    const { tx } = rec;
    await lockAddress(tx, input.email);
    const { at } = rec;
    if (standing === 'stranger') await dropUnconfirmed(tx, at);
    const known = await tx.subscription.findUnique({ where: { email: input.email } });
    if (standing === 'stranger') return forStranger(rec, services, { known, input, mayAsk });
    const before = known ?? (await create(tx, services, input, at));
    const askFirst = input.emailUpdates && standing === 'staff' && before.status === 'unsubscribed';
    const confirms = input.emailUpdates && !askFirst;
    const isNews = confirms && (before.status !== 'confirmed' || !before.emailUpdates);
    const row = await tx.subscription.update({
      where: { id: before.id },
      data: {
        name: input.name ?? before.name,
        lists: input.lists,
        // Whoever was asked to be left alone stays so until the owner says otherwise.
        emailUpdates: confirms,
        ...(isNews
          ? {
              status: 'confirmed',
              confirmedAt: at,
              confirmTokenHash: null,
              confirmUntil: null,
              unsubscribedAt: null,
            }
          : {}),
      },
    });
    const about = { subscriptionId: row.id, email: row.email };
    if (askFirst) await askToConfirm(rec, services, { id: row.id, email: row.email });
    // An owner who says it again may have been forgotten outside.
    if (isNews || (confirms && standing === 'owner')) await tellContacts(rec, services, about);
    if (confirms) await tellLateJoiner(rec, services, { personEmail: row.email, seriesId: null });
    // A box that staff left unticked ends mail to this address here; only its owner's wish is told outside.
    if (!input.emailUpdates && standing === 'owner') await endSubscriptions(rec, services, about);
    const now = await tx.subscription.findUniqueOrThrow({ where: { id: row.id } });
    return { view: subscriptionView(now), isNew: !known };
  });
}

/** Nothing that stands is changed by a stranger, and the answer is the same whatever stands. */
async function forStranger(
  rec: Recording,
  services: Services,
  { known, input, mayAsk }: { known: Subscription | null; input: SubscriptionInput; mayAsk: boolean },
): Promise<Subscribed> {
  const { tx, at } = rec;
  const listens = known?.status === 'confirmed' && known.emailUpdates;
  if (mayAsk && !listens && !known?.suppressed) {
    const row = known ?? (await create(tx, services, input, at));
    if (row.status === 'pending') {
      await tx.subscription.update({
        where: { id: row.id },
        data: { name: input.name ?? row.name, lists: input.lists, emailUpdates: true },
      });
    }
    await askToConfirm(rec, services, { id: row.id, email: row.email });
  }
  const { email, name, lists, emailUpdates } = input;
  const view = { id: null, email, name: name ?? null, lists, emailUpdates, suppressed: null };
  return { view: { ...view, status: 'pending' }, isNew: true };
}

function create(
  tx: Transaction,
  services: Services,
  { email, name, lists, emailUpdates }: SubscriptionInput,
  at: Date,
): Promise<Subscription> {
  const data = newSubscription(services, { email, name: name ?? '', lists, emailUpdates, at });
  return tx.subscription.create({ data });
}

async function standingOf(services: Services, actor: Actor, email: string): Promise<Standing> {
  if (may(actor, 'calls.subscribe-others')) return 'staff';
  return actor.kind === 'person' && (await ownsAddress(services, actor, email)) ? 'owner' : 'stranger';
}

export function subscriptionView(row: Subscription): SubscriptionView {
  return {
    id: row.id,
    email: row.email,
    name: row.name || null,
    lists: row.lists,
    emailUpdates: row.emailUpdates,
    status: row.status as SubscriptionView['status'],
    suppressed: row.suppressed as SubscriptionView['suppressed'],
  };
}
