import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import Provider, { type InteractionResults, interactionPolicy } from 'oidc-provider';

export interface TestProvider {
  issuer: string;
  client: { clientId: string; clientSecret: string };
  /** Who is there at the provider when the next browser comes: its claims, or somebody who turns back. */
  next: { subject: string; claims: Record<string, unknown> } | 'turns-back';
  /** Goes through the provider as a browser would, from where the desk sent it to where it is sent back. */
  visit(from: string): Promise<URL>;
  close(): Promise<void>;
}

/** A certified OpenID provider on a port of its own (`oidc-provider`), whose people are named by the test. */
export async function startOidcProvider(backTo: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: 'ta-desk', clientSecret: randomBytes(24).toString('base64url') };
  const people = new Map<string, Record<string, unknown>>();
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  // It says at length that it is not meant for this.
  const quiet = [jest.spyOn(console, 'warn'), jest.spyOn(console, 'info')];
  for (const spy of quiet) spy.mockImplementation(() => undefined);
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [backTo] },
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified', 'hd', 'xms_edov'],
      profile: ['preferred_username', 'name'],
    },
    // The desk reads the ID token alone, as Google and Entra fill it.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { policy, url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });

  async function interact(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { prompt } = await provider.interactionDetails(req, res);
    await provider.interactionFinished(req, res, answerTo(prompt.name), { mergeWithLastSubmission: true });
  }

  function answerTo(prompt: string): InteractionResults {
    const { next } = test;
    if (next === 'turns-back') return { error: 'access_denied', error_description: 'turned back' };
    people.set(next.subject, next.claims);
    return prompt === 'select_account' ? { select_account: {} } : { login: { accountId: next.subject } };
  }

  const asked = provider.callback();
  server.on('request', (req, res) => {
    if (req.url?.startsWith('/interaction/')) void interact(req, res).catch(() => res.destroy());
    else void asked(req, res);
  });

  const test: TestProvider = {
    issuer,
    client,
    next: 'turns-back',
    async visit(from) {
      const jar = new Map<string, string>();
      let at = new URL(from);
      for (let hops = 0; at.origin === issuer; hops += 1) {
        if (hops > 12) throw new Error(`the provider leads in circles at ${at.pathname}`);
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(at, { headers: { cookie }, redirect: 'manual' });
        for (const line of answer.headers.getSetCookie()) {
          const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
          jar.set(name, value);
        }
        const to = answer.headers.get('location');
        if (!to) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
        at = new URL(to, at);
      }
      return at;
    },
    async close() {
      for (const spy of quiet) spy.mockRestore();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return test;
}
