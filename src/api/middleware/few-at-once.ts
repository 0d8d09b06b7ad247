import type { RequestHandler } from 'express';
import { actorRef } from '../../domain/people/actor.js';
import { problem } from '../http/unwrap.js';

/**
 * Lets `most` requests through at a time, one of each person or key; the others wait their turn with their bodies
 * unread, so what is held in memory stays within bounds, and nobody alone keeps the others out. More than `mostWaiting`
 * in all, or a quarter of that of one, are refused.
 */
export function fewAtOnce({ most, mostWaiting }: { most: number; mostWaiting: number }): RequestHandler {
  const inside: string[] = [];
  const waiting: { who: string; enter: () => void }[] = [];
  const mayEnter = (who: string) => inside.length < most && !inside.includes(who);
  const leave = (who: string) => {
    inside.splice(inside.indexOf(who), 1);
    const next = waiting.findIndex((one) => mayEnter(one.who));
    if (next >= 0) waiting.splice(next, 1)[0]?.enter();
  };
  return (req, res, next) => {
    const who = actorRef(req.actor);
    const enter = () => {
      inside.push(who);
      // Gone while it waited.
      if (res.closed) return leave(who);
      res.once('close', () => leave(who));
      next();
    };
    if (mayEnter(who)) return enter();
    const theirs = waiting.filter((one) => one.who === who).length;
    if (waiting.length >= mostWaiting || theirs >= mostWaiting / 4) {
      throw problem('too-many-requests', 'Too many files are on their way. Try again in a minute.');
    }
    waiting.push({ who, enter });
  };
}
