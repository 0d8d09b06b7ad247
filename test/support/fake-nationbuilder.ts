import { type FakeServer, type SeenRequest, type ServiceReply, startFakeServer } from './fake-service.js';

export interface FakeSignup {
  id: string;
  first_name: string | null;
  last_name: string | null;
  email1: string | null;
  email2: string | null;
  email3: string | null;
  email4: string | null;
  email1_is_bad: boolean;
  email2_is_bad: boolean;
  email3_is_bad: boolean;
  email4_is_bad: boolean;
  email_opt_in: boolean;
  do_not_contact: boolean;
  unsubscribed_at: string | null;
  updated_at: string;
  /** Must never be asked for. */
  note: string;
}

export interface FakeNationBuilder extends FakeServer {
  settings: {
    clientId: string;
    clientSecret: string;
    url: string;
    redirectUri: string | null;
    pollMinutes: number;
  };
  signups: FakeSignup[];
  add(change: Partial<FakeSignup>): FakeSignup;
  /** The second stays, with the addresses of both and the stricter consent; the first is gone. */
  merge(loser: FakeSignup, winner: FakeSignup, at: string): void;
  /** How often a refresh token was used. */
  refreshes(): number;
  expireTokens(): void;
  /** An administrator withdraws this desk's permission. */
  disconnect(): void;
  /** Answers lists unfiltered, as servers do that don't know a filter and say nothing. */
  ignoreFilters: boolean;
  /** Once, right after the next page has been put together. */
  afterPage: (() => void) | null;
  /** Stamps what is changed. */
  now(): string;
}

/** A nation over HTTP: JSON:API signups and OAuth whose refresh tokens serve once. */
export async function startFakeNationBuilder(): Promise<FakeNationBuilder> {
  let generation = 0;
  let refreshes = 0;
  let valid: { access: string; refresh: string } | null = null;
  const signups: FakeSignup[] = [];
  const state = {
    ignoreFilters: false,
    afterPage: null as (() => void) | null,
    now: () => '2026-12-01T12:00:00-08:00',
  };
  let lastId = 0;

  const server = await startFakeServer((request) => {
    if (request.path === '/oauth/token') return token(request);
    if (!valid?.access || request.headers.authorization !== `Bearer ${valid.access}`) {
      return {
        status: 401,
        body: { code: 'unauthorized', message: 'You are not authorized to access this content.' },
      };
    }
    return api(request);
  });

  function token({ body }: SeenRequest): ServiceReply {
    const asked = JSON.parse(body);
    if (asked.client_id !== 'client' || asked.client_secret !== 'secret') {
      return { status: 401, body: { error: 'invalid_client' } };
    }
    const byCode =
      asked.grant_type === 'authorization_code' && asked.code === 'good-code' && asked.redirect_uri;
    const byToken = asked.grant_type === 'refresh_token' && asked.refresh_token === valid?.refresh;
    if (!byCode && !byToken) return { status: 401, body: { error: 'invalid_grant' } };
    if (byToken) refreshes += 1;
    generation += 1;
    valid = { access: `access-${generation}`, refresh: `refresh-${generation}` };
    return {
      status: 200,
      body: {
        access_token: valid.access,
        refresh_token: valid.refresh,
        token_type: 'Bearer',
        expires_in: 86_400,
        created_at: 1_795_000_000,
      },
    };
  }

  function api(request: SeenRequest): ServiceReply {
    const path = request.path.replace('/api/v2/signups', '');
    if (request.method === 'PATCH' && path === '/push') return push(request);
    if (request.method === 'GET' && path === '') return list(request);
    const found = signups.find(({ id }) => `/${id}` === path);
    if (!found) return { status: 404, body: { code: 'not_found', message: 'Record not found' } };
    if (request.method === 'PATCH') change(found, JSON.parse(request.body).data.attributes);
    return { status: 200, body: { data: shown(found, request) } };
  }

  function push(request: SeenRequest): ServiceReply {
    const { attributes } = JSON.parse(request.body).data;
    if (!/@/.test(attributes.email)) {
      return {
        status: 422,
        body: { errors: [{ detail: `Email '${attributes.email}' should look like an email address` }] },
      };
    }
    const known = signups.find((one) => addresses(one).includes(attributes.email));
    const one = known ?? fake.add({ email1: attributes.email });
    change(one, attributes);
    return { status: known ? 200 : 201, body: { data: shown(one, request) } };
  }

  function change(one: FakeSignup, attributes: Record<string, unknown>): void {
    const { email_opt_in = true, first_name, last_name } = attributes;
    Object.assign(one, {
      ...(first_name ? { first_name } : {}),
      ...(last_name ? { last_name } : {}),
      ...Object.fromEntries(Object.entries(attributes).filter(([name]) => /^email[1-4]_is_bad$/.test(name))),
      updated_at: state.now(),
    });
    if (email_opt_in === false) {
      one.email_opt_in = false;
      one.unsubscribed_at ??= state.now();
      // Who unsubscribed can't be opted in by staff.
    } else if (one.unsubscribed_at === null) one.email_opt_in = true;
  }

  function list(request: SeenRequest): ServiceReply {
    const { query } = request;
    const address = query.get('filter[with_email_address][eq]');
    const since = query.get('filter[updated_at][gte]');
    const matching = signups
      .filter((one) => state.ignoreFilters || address === null || addresses(one).includes(address))
      .filter((one) => since === null || Date.parse(one.updated_at) >= Date.parse(since))
      .sort((a, b) => Date.parse(a.updated_at) - Date.parse(b.updated_at) || a.id.localeCompare(b.id));
    const size = Number(query.get('page[size]') ?? 20);
    const number = Number(query.get('page[number]') ?? 1);
    const page = matching.slice((number - 1) * size, number * size);
    const next = number * size < matching.length ? `/api/v2/signups?page[number]=${number + 1}` : null;
    const answer = {
      status: 200,
      headers: { 'ratelimit-limit': '250' },
      body: { data: page.map((one) => shown(one, request)), links: { self: request.path, next } },
    };
    state.afterPage?.();
    state.afterPage = null;
    return answer;
  }

  function shown(one: FakeSignup, { query }: SeenRequest) {
    const all = { ...one, email: one.email1 };
    const wanted = query.get('fields[signups]')?.split(',') ?? Object.keys(all);
    const attributes = Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name)));
    return { type: 'signups', id: one.id, attributes, relationships: {} };
  }

  const fake = {
    signups,
    add(change: Partial<FakeSignup>): FakeSignup {
      const one: FakeSignup = {
        id: String(++lastId),
        first_name: null,
        last_name: null,
        email1: null,
        email2: null,
        email3: null,
        email4: null,
        email1_is_bad: false,
        email2_is_bad: false,
        email3_is_bad: false,
        email4_is_bad: false,
        email_opt_in: true,
        do_not_contact: false,
        unsubscribed_at: null,
        updated_at: '2026-11-01T09:00:00-07:00',
        note: 'SECRET-NOTE',
        ...change,
      };
      signups.push(one);
      return one;
    },
    merge(loser: FakeSignup, winner: FakeSignup, at: string) {
      signups.splice(signups.indexOf(loser), 1);
      winner.email2 = loser.email1;
      winner.email_opt_in = winner.email_opt_in && loser.email_opt_in;
      winner.unsubscribed_at ??= loser.unsubscribed_at;
      winner.updated_at = at;
    },
    refreshes: () => refreshes,
    expireTokens() {
      if (valid) valid = { access: '', refresh: valid.refresh };
    },
    disconnect() {
      valid = null;
    },
  };
  return Object.assign(state, fake, server, {
    settings: {
      clientId: 'client',
      clientSecret: 'secret',
      url: server.url,
      redirectUri: null,
      pollMinutes: 15,
    },
  });
}

function addresses(one: FakeSignup): (string | null)[] {
  return [one.email1, one.email2, one.email3, one.email4].map((address) => address?.toLowerCase() ?? null);
}
