import { type FakeServer, type SeenRequest, type ServiceReply, startFakeServer } from './fake-service.js';

interface FakeMeeting {
  id: number;
  type: number;
  topic: string;
  agenda: string;
  start_time: string;
  duration: number;
  timezone: string;
  created_at: string;
  join_url: string;
  settings: Record<string, unknown>;
  occurrences: { occurrence_id: string; start_time: string; duration: number; status: string }[];
  registrants: FakeRegistrant[];
}

interface FakeRegistrant {
  id: string;
  email: string;
  first_name: string;
  last_name: string;
  status: string;
  join_url: string;
  adds: number;
  changes: number;
}

export interface FakeParticipant {
  name: string;
  user_email?: string;
  registrant_id?: string;
  join_time: string;
  leave_time?: string;
  status?: string;
}

export interface FakeZoom extends FakeServer {
  settings: {
    accountId: string;
    clientId: string;
    clientSecret: string;
    hostId: string;
    authenticationOption: string | null;
    apiUrl: string;
    tokenUrl: string;
  };
  meetings: FakeMeeting[];
  /** How many tokens were given out. */
  tokensGiven(): number;
  /** Every token so far is refused from now on. */
  expireTokens(): void;
  /** Settings that the account forces on every meeting, whatever is asked for. */
  forced: Record<string, unknown>;
  /** What the account puts in at creation, until changed. */
  defaults: Record<string, unknown>;
  /** The host's own settings, as `GET /users/{id}/settings` tells them. */
  hostSettings: Record<string, unknown>;
  /** Stays, by the UUID of what took place. */
  stays: Map<string, FakeParticipant[]>;
  instances: Map<string, { uuid: string; start_time: string }[]>;
  /** Items on a page, whatever is asked for. */
  pageSize: number;
  /** Paths the app has no permission for. */
  forbidden: RegExp | null;
}

/** A Zoom account with one host, over HTTP, as the API's documentation describes it. */
export async function startFakeZoom(): Promise<FakeZoom> {
  let tokens = 0;
  let oldest = 1;
  let nextId = 81_000_000_001;
  const fake = {
    meetings: [] as FakeMeeting[],
    forced: {},
    defaults: {},
    hostSettings: {
      in_meeting: {
        auto_saving_chat: false,
        meeting_summary_with_ai_companion: { enable: true, auto_enable: false },
        ai_companion_questions: { enable: true, auto_enable: false },
      },
      recording: { auto_recording: 'none' },
      feature: { meeting_capacity: 100, large_meeting: false },
    },
    stays: new Map<string, FakeParticipant[]>(),
    instances: new Map<string, { uuid: string; start_time: string }[]>(),
    pageSize: 300,
    forbidden: null as RegExp | null,
  };

  const server = await startFakeServer((request) => {
    if (request.path === '/oauth/token') return token(request);
    const given = Number(/^Bearer token-(\d+)$/.exec(request.headers.authorization ?? '')?.[1] ?? 0);
    if (given < oldest) return { status: 401, body: { code: 124, message: 'Access token is expired.' } };
    if (fake.forbidden?.test(request.path)) {
      const message = 'Invalid access token, does not contain scopes: [something:read:admin].';
      return { status: 400, body: { code: 4711, message } };
    }
    return api(request);
  });

  function token({ headers, body }: SeenRequest): ServiceReply {
    const basic = `Basic ${Buffer.from('client:secret').toString('base64')}`;
    const asked = new URLSearchParams(body);
    const right =
      headers.authorization === basic &&
      asked.get('grant_type') === 'account_credentials' &&
      asked.get('account_id') === 'account';
    if (!right) return { status: 400, body: { reason: 'Invalid client', error: 'invalid_client' } };
    tokens += 1;
    return {
      status: 200,
      body: { access_token: `token-${tokens}`, token_type: 'bearer', expires_in: 3600, scope: '' },
    };
  }

  function api(request: SeenRequest): ServiceReply {
    const { method, path } = request;
    const parts = path.replace(/^\/v2\//, '').split('/');
    if (parts[0] === 'users' && parts[1] !== 'host%40desk.example')
      return error(404, 1001, 'User does not exist');
    if (parts[0] === 'users' && parts[2] === 'settings') return { status: 200, body: fake.hostSettings };
    if (parts[0] === 'users' && parts[2] === 'meetings') {
      return method === 'POST' ? create(request) : list(request);
    }
    if (parts[0] === 'report') return paged('participants', stays(parts[2] ?? '', request), request);
    if (parts[0] === 'past_meetings' && parts[2] === 'participants') {
      return paged('participants', stays(parts[1] ?? '', request), request);
    }
    if (parts[0] === 'past_meetings') {
      return { status: 200, body: { meetings: fake.instances.get(parts[1] ?? '') ?? [] } };
    }
    const meeting = fake.meetings.find(({ id }) => String(id) === parts[1]);
    if (!meeting) return error(404, 3001, `Meeting ${parts[1]} is not found or has expired.`);
    if (parts[2] === 'registrants') return registrants(request, meeting, parts[3]);
    if (method === 'PATCH') return patch(request, meeting);
    if (method === 'DELETE') return remove(request, meeting);
    const { registrants: _, ...detail } = meeting;
    return { status: 200, body: detail };
  }

  function create({ body }: SeenRequest): ServiceReply {
    const asked = JSON.parse(body);
    const id = nextId++;
    const meeting: FakeMeeting = {
      id,
      type: asked.type,
      topic: asked.topic,
      agenda: asked.agenda,
      start_time: asked.start_time,
      duration: asked.duration,
      timezone: asked.timezone,
      created_at: `2026-11-01T00:00:${String(fake.meetings.length).padStart(2, '0')}Z`,
      join_url: `https://zoom.test/j/${id}`,
      settings: { ...asked.settings, ...fake.defaults, ...fake.forced },
      occurrences: occurrencesOf(asked),
      registrants: [],
    };
    fake.meetings.push(meeting);
    return { status: 201, body: { ...meeting, host_email: 'host@desk.example' } };
  }

  function list(request: SeenRequest): ServiceReply {
    const short = fake.meetings.map(({ id, agenda, topic, created_at, type }) => ({
      id,
      agenda,
      topic,
      created_at,
      type,
    }));
    return paged('meetings', short, request);
  }

  function patch({ body, query }: SeenRequest, meeting: FakeMeeting): ServiceReply {
    const asked = JSON.parse(body);
    const occurrence = meeting.occurrences.find(
      ({ occurrence_id }) => occurrence_id === query.get('occurrence_id'),
    );
    if (occurrence) Object.assign(occurrence, { start_time: asked.start_time, duration: asked.duration });
    else if (asked.start_time) meeting.start_time = asked.start_time;
    meeting.settings = { ...meeting.settings, ...asked.settings, ...fake.forced };
    return { status: 204 };
  }

  function remove({ query }: SeenRequest, meeting: FakeMeeting): ServiceReply {
    const wanted = query.get('occurrence_id');
    if (wanted === null) fake.meetings.splice(fake.meetings.indexOf(meeting), 1);
    for (const one of meeting.occurrences) if (one.occurrence_id === wanted) one.status = 'deleted';
    return { status: 204 };
  }

  function registrants(request: SeenRequest, meeting: FakeMeeting, part?: string): ServiceReply {
    if (request.method === 'GET') {
      const status = request.query.get('status') ?? 'approved';
      return paged(
        'registrants',
        meeting.registrants.filter((one) => one.status === status),
        request,
      );
    }
    const asked = JSON.parse(request.body);
    if (part === 'status') {
      const statuses: Record<string, string> = { approve: 'approved', deny: 'denied', cancel: 'cancelled' };
      for (const { id } of asked.registrants) {
        const one = meeting.registrants.find((registrant) => registrant.id === id);
        if (one && ++one.changes > 10) return registrantLimit(10, 'update');
        if (one) one.status = statuses[asked.action] ?? one.status;
      }
      return { status: 204 };
    }
    if (meeting.settings.approval_type === 2)
      return error(404, 404, 'Registration has not been enabled for this meeting.');
    let one = meeting.registrants.find(({ email }) => email.toLowerCase() === asked.email.toLowerCase());
    if (one && one.adds >= 3) return registrantLimit(3, 'add');
    if (!one) {
      const id = `reg-${meeting.registrants.length + 1}`;
      one = {
        id,
        ...asked,
        join_url: `https://zoom.test/w/${id}?tk=personal`,
        adds: 0,
        changes: 0,
      } as FakeRegistrant;
      meeting.registrants.push(one);
    }
    one.adds += 1;
    one.status = asked.auto_approve || meeting.settings.approval_type === 0 ? 'approved' : 'pending';
    const link = one.status === 'approved' ? { join_url: one.join_url } : {};
    return { status: 201, body: { id: meeting.id, registrant_id: one.id, topic: meeting.topic, ...link } };
  }

  function stays(encoded: string, { query }: SeenRequest): unknown[] | null {
    const uuid = decodeUuid(encoded);
    const rows = uuid === null ? undefined : fake.stays.get(uuid);
    if (!rows) return null;
    const named = encoded !== '' && query.get('include_fields') === 'registrant_id';
    return rows.map(({ registrant_id, ...row }) => ({
      id: '',
      user_id: '16778240',
      user_email: '',
      failover: false,
      ...row,
      // The report leaves it out unless asked; the past meeting has it always.
      ...(named || query.get('include_fields') === null ? { registrant_id: registrant_id ?? '' } : {}),
    }));
  }

  function paged(name: string, items: unknown[] | null, { query }: SeenRequest): ServiceReply {
    if (items === null) return error(404, 3001, 'This meeting does not exist or has not ended.');
    const from = Number(query.get('next_page_token')?.replace('page-', '') ?? 0);
    const next = from + fake.pageSize;
    const body = {
      page_size: fake.pageSize,
      total_records: items.length,
      next_page_token: next < items.length ? `page-${next}` : '',
      [name]: items.slice(from, next),
    };
    return { status: 200, body };
  }

  return Object.assign(fake, {
    ...server,
    settings: {
      accountId: 'account',
      clientId: 'client',
      clientSecret: 'secret',
      hostId: 'host@desk.example',
      authenticationOption: null,
      apiUrl: `${server.url}/v2`,
      tokenUrl: `${server.url}/oauth/token`,
    },
    tokensGiven: () => tokens,
    expireTokens() {
      oldest = tokens + 1;
    },
  });
}

function occurrencesOf(asked: {
  type: number;
  recurrence?: { end_date_time: string };
  start_time: string;
  duration: number;
}): FakeMeeting['occurrences'] {
  const { type, recurrence, start_time, duration } = asked;
  if (type !== 8 || !recurrence) return [];
  const { end_date_time } = recurrence;
  const found: FakeMeeting['occurrences'] = [];
  // Weekly is enough for a stand-in; daylight saving time is not its business.
  for (let at = Date.parse(start_time); at <= Date.parse(end_date_time); at += 7 * 86_400_000) {
    const instant = new Date(at).toISOString().replace('.000Z', 'Z');
    found.push({ occurrence_id: String(at), start_time: instant, duration, status: 'available' });
  }
  return found;
}

/** Zoom refuses a UUID that starts with "/" or holds "//" unless it is encoded twice. */
function decodeUuid(encoded: string): string | null {
  const once = decodeURIComponent(encoded);
  const uuid = decodeURIComponent(once);
  const needsTwice = uuid.startsWith('/') || uuid.includes('//');
  return needsTwice && once === uuid ? null : uuid;
}

function registrantLimit(count: number, what: string): ServiceReply {
  const message = `You have exceeded the daily rate limit (${count}) of Meeting Registrant ${what} API requests permitted for this registrant. You may resume these requests at GMT 00:00:00.`;
  return { status: 429, body: { code: 429, message } };
}

function error(status: number, code: number, message: string): ServiceReply {
  return { status, body: { code, message } };
}
