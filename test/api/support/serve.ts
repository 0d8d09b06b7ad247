import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../../src/api/app.js';

/** The app with other parts, at an address of its own. */
export async function serve(deps: Parameters<typeof createApp>[0]): Promise<{ server: Server; url: string }> {
  const server = createApp(deps).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
