import { randomUUID } from 'node:crypto';
import type { PollEnd } from '../../domain/calls/poll-end.js';
import type { Actor } from '../../domain/people/actor.js';
import type { Services } from '../../ports/services.js';
import type { CallView } from './call-view.schema.js';
import { pollAnswerKey, pollEndOf, pollToken, pollVoters } from './poll.js';

type PolledCall = Pick<CallView, 'id' | 'series' | 'endsAt'>;

/** Until when a call's questions may be answered; null: a series the program has no more takes no answers. */
export async function pollEndFor(services: Services, { id }: PolledCall): Promise<PollEnd | null> {
  return pollEndOf(services, await services.db.call.findUniqueOrThrow({ where: { id } }));
}

/** Who answers: the reader of one mail, by its token, or who signed in; null: it is not theirs to answer. */
export async function pollVoter(
  services: Services,
  actor: Actor,
  { id, series }: PolledCall,
  token: string,
): Promise<string | null> {
  const call = { id, seriesId: series };
  if (token) {
    // The token names nobody, so everybody's is made anew: a few thousand at most.
    const voters = await pollVoters(services.db, call);
    const isOf = (personId: string) => pollToken(services, id, personId) === token;
    const voter = voters.find(isOf);
    if (voter) return voter;
    // Mailed before two records became one.
    const before = await services.db.person.findMany({ where: { mergedIntoId: { in: voters } } });
    return before.find((person) => isOf(person.id))?.mergedIntoId ?? null;
  }
  if (actor.kind !== 'person') return null;
  const [voter] = await pollVoters(services.db, call, actor.id);
  return voter ?? null;
}

/** One answer each; sent again it replaces the first. Nothing kept with it says whose it is, nor when it was given. */
export async function answerPoll(
  services: Services,
  call: PolledCall,
  voter: string,
  answer: { useful: number; easyToFollow: number },
): Promise<void> {
  const answerKey = pollAnswerKey(services, call.id, voter);
  // Not the time it was given: that would tell whose it is to who sees when people come by.
  const at = new Date(call.endsAt);
  await services.db.callPollAnswer.upsert({
    where: { answerKey },
    create: { id: randomUUID(), callId: call.id, answerKey, at, ...answer },
    update: answer,
  });
}
