import type { RequestHandler } from 'express';
import { actorRef, isStaff } from '../../domain/people/actor.js';
import { problem } from '../http/problem.js';

interface Line {
  inside: string[];
  waiting: { who: string; enter: () => void }[];
}

/**
 * Lets `most` requests through at a time, one of each person or key; the others wait their turn with their bodies
 * unread, so what is held in memory stays within bounds, and nobody alone keeps the others out. More than `mostWaiting`
 * in all, or a quarter of that of one, are refused. Staff have as many places of their own: no crowd outside stops them.
 */
export function fewAtOnce({ most, mostWaiting }: { most: number; mostWaiting: number }): RequestHandler {
  const outside: Line = { inside: [], waiting: [] };
  const staff: Line = { inside: [], waiting: [] };
  return (req, res, next) => {
    const { inside, waiting } = isStaff(req.actor) ? staff : outside;
    const who = actorRef(req.actor);
    const mayEnter = (one: string) => inside.length < most && !inside.includes(one);
    const leave = () => {
      inside.splice(inside.indexOf(who), 1);
      const next = waiting.findIndex((one) => mayEnter(one.who));
      if (next >= 0) waiting.splice(next, 1)[0]?.enter();
    };
    const enter = () => {
      inside.push(who);
      res.once('close', leave);
      next();
    };
    if (mayEnter(who)) return enter();
    const theirs = waiting.filter((one) => one.who === who).length;
    if (waiting.length >= mostWaiting || theirs >= mostWaiting / 4) {
      throw problem('too-many-files');
    }
    const turn = {
      who,
      enter: () => {
        res.off('close', gone);
        enter();
      },
    };
    const gone = () => void waiting.splice(waiting.indexOf(turn), 1);
    res.once('close', gone);
    waiting.push(turn);
  };
}
