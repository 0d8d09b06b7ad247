import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { addressesFor, listen } from '../../../src/adapters/http/listen.js';

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const addressOf = (server: Server) => server.address() as AddressInfo;

describe('where the desk listens', () => {
  test.each([
    [null, ['127.0.0.1', '::1']],
    ['localhost', ['127.0.0.1', '::1']],
    ['127.0.0.1', ['127.0.0.1', '::1']],
    ['0.0.0.0', ['0.0.0.0']],
    ['::', ['::']],
    ['192.168.1.5', ['127.0.0.1', '::1', '192.168.1.5']],
  ])('HOST %s: %s', (host, addresses) => {
    expect(addressesFor(host)).toEqual(addresses);
  });

  test('on this machine alone, on one port', async () => {
    servers = await listen((_req, res) => res.end('here'), { port: 0, host: null });
    const addresses = servers.map(addressOf);
    expect(['127.0.0.1', '::1']).toEqual(expect.arrayContaining(addresses.map(({ address }) => address)));
    expect(new Set(addresses.map(({ port }) => port)).size).toBe(1);
    const answer = await fetch(`http://127.0.0.1:${addresses[0]?.port}/`);
    expect(await answer.text()).toBe('here');
  });

  test('a port that is taken is told, and nothing is left listening', async () => {
    servers = await listen((_req, res) => res.end(), { port: 0, host: null });
    const { port } = addressOf(servers[0] as Server);
    await expect(listen((_req, res) => res.end(), { port, host: null })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

test('a body that never ends is cut', async () => {
  servers = await listen((req) => void req.resume(), { port: 0, host: null, bodyMs: 200 });
  const socket = connect(addressOf(servers[0] as Server).port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx');
  const said: Buffer[] = [];
  socket.on('data', (part) => said.push(part));
  await once(socket, 'close');
  expect(Buffer.concat(said).toString()).toMatch(/^HTTP\/1\.1 408/);
});

test('in service a body has a minute', async () => {
  servers = await listen((_req, res) => res.end(), { port: 0, host: null });
  expect(servers.map(({ requestTimeout }) => requestTimeout)).toEqual(servers.map(() => 60_000));
  // A proxy that keeps its connection for a minute must never find it closing.
  for (const { keepAliveTimeout } of servers) expect(keepAliveTimeout).toBeGreaterThan(60_000);
});
