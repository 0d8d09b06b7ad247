import type { RequestHandler } from 'express';
import { problem } from '../http/unwrap.js';

/**
 * Lets `most` requests through at a time; the others wait their turn with their bodies unread, so what is held in
 * memory stays within bounds. More than `mostWaiting` are refused.
 */
export function fewAtOnce({ most, mostWaiting }: { most: number; mostWaiting: number }): RequestHandler {
  let inside = 0;
  const waiting: (() => void)[] = [];
  const leave = () => {
    inside -= 1;
    waiting.shift()?.();
  };
  return (_req, res, next) => {
    const enter = () => {
      inside += 1;
      // Gone while it waited.
      if (res.closed) return leave();
      res.once('close', leave);
      next();
    };
    if (inside < most) return enter();
    if (waiting.length >= mostWaiting) {
      throw problem('too-many-requests', 'Too many files are on their way. Try again in a minute.');
    }
    waiting.push(enter);
  };
}
