import { EventEmitter, once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import express, { type Request, type Response } from 'express';
import { fewAtOnce } from '../../../src/api/middleware/few-at-once.js';
import { UPLOADS_AT_ONCE, uploads } from '../../../src/api/middleware/uploads.js';

/** Requests that come to the gate; `inside` are those that were let through and have not ended. */
function arrivals(gate: ReturnType<typeof fewAtOnce>) {
  const inside = new Set<number>();
  let count = 0;
  return {
    inside,
    arrive(who?: string | number) {
      count += 1;
      const n = count;
      const id = typeof who === 'string' ? who : `person ${n}`;
      const actor = id.startsWith('key') ? { kind: 'key', id, role: 'attorney' } : { kind: 'person', id };
      const res = Object.assign(new EventEmitter(), { closed: false });
      gate({ actor } as Request, res as unknown as Response, () => void inside.add(n));
      return () => {
        res.closed = true;
        inside.delete(n);
        res.emit('close');
      };
    },
  };
}

test('twenty files at once are taken four at a time, in turn', () => {
  const { inside, arrive } = arrivals(fewAtOnce({ most: 4, mostWaiting: 60 }));
  const ends = Array.from({ length: 20 }, () => arrive());
  expect([...inside]).toEqual([1, 2, 3, 4]);
  for (const [n, end] of ends.entries()) {
    expect(inside).toContain(n + 1);
    expect(inside.size).toBeLessThanOrEqual(4);
    end();
  }
  expect(inside.size).toBe(0);
});

test('whoever goes while waiting takes nobody’s place', () => {
  const { inside, arrive } = arrivals(fewAtOnce({ most: 1, mostWaiting: 60 }));
  const [first, gone, last] = [arrive(), arrive(), arrive()];
  gone();
  first();
  expect([...inside]).toEqual([3]);
  last();
  arrive();
  expect([...inside]).toEqual([4]);
});

test('nobody alone keeps the others out', () => {
  const { inside, arrive } = arrivals(fewAtOnce({ most: 2, mostWaiting: 8 }));
  const end = arrive('one');
  arrive('one');
  arrive('one');
  expect([...inside]).toEqual([1]);
  arrive('other');
  expect([...inside]).toEqual([1, 4]);
  expect(() => arrive('one')).toThrow('too-many-requests');
  end();
  expect([...inside]).toEqual([4, 2]);
});

test('no crowd outside keeps staff waiting, and who left the line holds no place in it', () => {
  const { inside, arrive } = arrivals(fewAtOnce({ most: 2, mostWaiting: 2 }));
  for (let n = 0; n < 2; n += 1) arrive();
  const waiting = [arrive(), arrive()];
  expect(() => arrive()).toThrow('too-many-requests');
  arrive('key of an attorney');
  expect([...inside]).toEqual([1, 2, 6]);
  for (const leave of waiting) leave();
  arrive();
  arrive();
  expect(() => arrive()).toThrow('too-many-requests');
});

test('a crowd that can’t be served in time is told so', () => {
  const { arrive } = arrivals(fewAtOnce({ most: 1, mostWaiting: 2 }));
  for (let n = 0; n < 3; n += 1) arrive();
  expect(() => arrive()).toThrow('too-many-requests');
});

describe('bodies that are uploaded at once', () => {
  /** A server that keeps each file it was given until it is let go. */
  async function serve(options: Parameters<typeof uploads>[0]) {
    const arrived: Request[] = [];
    const held: Response[] = [];
    const app = express();
    app.use((req, _res, next) => {
      req.actor = { kind: 'person', id: String(req.get('x-who')), email: 'a@legal-aid.example', name: 'Ada' };
      arrived.push(req);
      next();
    });
    app.use(uploads(options));
    app.post('/my/requests/:id/documents', (_req, res) => void held.push(res));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const close = () => {
      server.close();
      server.closeAllConnections();
    };
    return { arrived, held, port, close };
  }
  const BOUNDARY = 'between';
  const PART = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n`;
  const body = Buffer.from(`${PART}${'x'.repeat(1024 * 1024)}\r\n--${BOUNDARY}--\r\n`);
  const headers = (who: number) => ({
    'x-who': String(who),
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    'content-length': String(body.length),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const comes = async (is: () => boolean) => {
    while (!is()) await settle();
  };

  test('are read as many at a time as are held; the others wait unread', async () => {
    const { arrived, held, port, close } = await serve({});
    const url = `http://127.0.0.1:${port}/my/requests/1/documents`;
    const answers = Array.from({ length: 10 }, (_, who) =>
      fetch(url, { method: 'POST', headers: headers(who), body }),
    );
    let served = 0;
    while (served < 10) {
      await comes(() => arrived.length === 10 && held.length === Math.min(UPLOADS_AT_ONCE, 10 - served));
      const inMemory = arrived.filter((req) => req.file !== undefined && !req.res?.writableFinished);
      expect(inMemory.length).toBeLessThanOrEqual(UPLOADS_AT_ONCE);
      // Nobody listens to the rest yet, so no more of them comes than the sockets take by themselves.
      const unread = arrived.filter((req) => req.readableFlowing === null);
      expect(unread.length).toBe(Math.max(0, 10 - served - UPLOADS_AT_ONCE));
      held.shift()?.end();
      served += 1;
    }
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(10).fill(200));
    close();
  });

  test('one that stands still, or comes a byte now and then, is cut, and its place goes to the next', async () => {
    const { arrived, held, port, close } = await serve({ lookMs: 3_000 });
    const stalled = Array.from({ length: UPLOADS_AT_ONCE }, (_, who) => {
      const sent = httpRequest({
        port,
        host: '127.0.0.1',
        path: '/my/requests/1/documents',
        method: 'POST',
        headers: headers(who),
      });
      sent.on('error', () => undefined);
      sent.write(PART);
      const drip = setInterval(() => who > 0 && sent.write('x'), 100);
      sent.on('close', () => clearInterval(drip));
      return new Promise((resolve) => sent.on('close', resolve));
    });
    await comes(() => arrived.length === UPLOADS_AT_ONCE);
    const url = `http://127.0.0.1:${port}/my/requests/1/documents`;
    const answer = fetch(url, { method: 'POST', headers: headers(99), body });
    await Promise.all(stalled);
    await Promise.race([answer, comes(() => held.length === 1)]);
    held[0]?.end();
    expect((await answer).status).toBe(200);
    close();
  });
});
