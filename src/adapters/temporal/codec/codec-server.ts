import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Payload, PayloadCodec } from '@temporalio/common';

/** A payload as Temporal's JSON has it: bytes in base64. */
interface SentPayload {
  metadata?: Record<string, string>;
  data?: string;
}

export interface CodecServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Opens the payloads of one workflow for Temporal's own tools, by their protocol of a remote codec: `POST /decode` with
 * `{ payloads }`. On 127.0.0.1 alone, and for whoever sends `token` as `Authorization`.
 */
export async function startCodecServer(input: {
  codec: PayloadCodec;
  namespace: string;
  workflowId: string;
  token: string;
}): Promise<CodecServer> {
  const server = createServer((req, res) => {
    answer(req, res, input).catch(() => res.writeHead(400).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  { codec, namespace, workflowId, token }: Parameters<typeof startCodecServer>[0],
): Promise<void> {
  if (!isSame(req.headers.authorization ?? '', token)) return void res.writeHead(401).end();
  if (req.method !== 'POST' || req.url !== '/decode') return void res.writeHead(404).end();
  const { payloads } = JSON.parse(await text(req)) as { payloads: SentPayload[] };
  const opened = await codec.decode(payloads.map(read), { type: 'workflow', namespace, workflowId });
  res
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ payloads: opened.map(written) }));
}

const read = ({ metadata = {}, data }: SentPayload): Payload => ({
  metadata: Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')]),
  ),
  data: Buffer.from(data ?? '', 'base64'),
});

const written = ({ metadata, data }: Payload): SentPayload => ({
  metadata: Object.fromEntries(
    Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]),
  ),
  data: Buffer.from(data ?? []).toString('base64'),
});

function isSame(sent: string, token: string): boolean {
  const [a, b] = [Buffer.from(sent), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
