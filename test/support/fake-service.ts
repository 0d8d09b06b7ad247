import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a service was asked, as it came over the wire. */
export interface SeenRequest {
  method: string;
  /** Path as sent, still encoded. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface ServiceReply {
  status: number;
  headers?: Record<string, string>;
  /** An object goes as JSON, a string as it is. */
  body?: unknown;
}

/** What goes wrong instead of, or (`after-doing`) despite, the service doing its work. */
export type ServiceFault =
  | ({ kind: 'reply' } & ServiceReply)
  | { kind: 'hang-up' }
  /** The work is done, and the connection breaks before the answer. */
  | { kind: 'hang-up-after-doing' };

export interface FakeServer {
  url: string;
  seen: SeenRequest[];
  /** The next requests that match meet these faults, one each. */
  failNext(match: { method?: string; path: RegExp }, ...faults: ServiceFault[]): void;
  /** Everything fails like this until told otherwise. */
  setOutage(fault: ServiceFault | null): void;
  close(): Promise<void>;
}

/** A real HTTP server on a port of its own, with faults to switch on. */
export async function startFakeServer(answer: (request: SeenRequest) => ServiceReply): Promise<FakeServer> {
  const seen: SeenRequest[] = [];
  const planned: { match: { method?: string; path: RegExp }; fault: ServiceFault }[] = [];
  let outage: ServiceFault | null = null;

  function faultFor({ method, path }: SeenRequest): ServiceFault | null {
    if (outage) return outage;
    const at = planned.findIndex(({ match }) => match.path.test(path) && (match.method ?? method) === method);
    return at < 0 ? null : (planned.splice(at, 1)[0]?.fault ?? null);
  }

  const server = createServer(async (req, res) => {
    const url = new URL(req.url ?? '/', 'http://fake');
    const request: SeenRequest = {
      method: req.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: req.headers,
      body: await bodyOf(req),
    };
    seen.push(request);
    const fault = faultFor(request);
    if (fault?.kind === 'hang-up') return void res.destroy();
    if (fault?.kind === 'reply') return reply(res, fault);
    const answered = answer(request);
    if (fault?.kind === 'hang-up-after-doing') return void res.destroy();
    reply(res, answered);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    failNext: (match, ...faults) => void planned.push(...faults.map((fault) => ({ match, fault }))),
    setOutage: (fault) => {
      outage = fault;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of req) body += chunk;
  return body;
}

function reply(res: ServerResponse, { status, headers, body }: ServiceReply): void {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(text);
}
