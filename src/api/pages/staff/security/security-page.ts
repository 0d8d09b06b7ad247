import type { Request, RequestHandler } from 'express';
import { may } from '../../../../domain/people/permissions.js';
import { isoDateSchema } from '../../../../domain/program/values.schema.js';
import { ok, type Result } from '../../../../domain/result.js';
import { READINGS } from '../../../../domain/security/readings.js';
import { SECURITY_KINDS } from '../../../../domain/security/security-events.js';
import { UNUSUAL_DAYS } from '../../../../domain/security/unusual.js';
import {
  type EventShown,
  listReadings,
  listSecurityEvents,
  type ReadingShown,
  type RecordsQuery,
  recordActors,
  type Said,
} from '../../../../usecases/security/list-records.js';
import { unusualLately } from '../../../../usecases/security/unusual.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths as paths } from '../staff-paths.js';

type Tab = 'events' | 'readings';
const FILTERS = ['who', 'reference', 'kind', 'from', 'to'] as const;

/** `/staff/security`: what happened, and for directors who read what and what of it is unusual. */
export const securityPage =
  (services: AppServices): RequestHandler =>
  async (req, res) => {
    const { actor, texts } = req;
    const text = texts.staff.desk.security;
    const directs = may(actor, 'security.readings');
    const tab: Tab = req.query.tab === 'readings' && directs ? 'readings' : 'events';
    const { query, understood } = readQuery(req, tab);
    const asked = await listOf(services, req, tab, query);
    // A cursor of another list begins it anew.
    const read = asked.ok
      ? asked.value
      : unwrap(await listOf(services, req, tab, { ...query, cursor: undefined }));
    const href = hrefOf(tab, query);
    renderStaff(res, 'security/security.njk', {
      section: 'security',
      wide: true,
      title: text.title,
      text,
      tab,
      tabs: directs
        ? (['events', 'readings'] as const).map((one) => ({
            text: text.tabs[one],
            href: one === tab ? href({}) : `${paths.desk('security')}?tab=${one}`,
            active: one === tab,
          }))
        : [],
      intro: text.intro[tab],
      query,
      filtered: FILTERS.some((name) => query[name] !== undefined),
      clearHref: `${paths.desk('security')}?tab=${tab}`,
      choices: {
        who: [
          { value: '', text: text.filter.who.any },
          ...unwrap(await recordActors(services, actor)).map(({ ref, name, kind }) => ({
            value: ref,
            text: kind === 'key' ? text.filter.who.key(name) : name,
          })),
        ],
        kind: [{ value: '', text: text.filter.kind.any }, ...kindsOf(text, tab)],
      },
      said: read.unknownReference
        ? text.filter.unknownReference
        : understood
          ? null
          : text.filter.notUnderstood,
      rows: read.rows,
      older: read.nextCursor && href({ cursor: read.nextCursor }),
      unusual: directs ? await unusualView(services, req) : null,
    });
  };

interface Rows {
  rows: Record<string, string | null>[];
  nextCursor: string | null;
  unknownReference: boolean;
}

/** A page of either list, as rows. */
async function listOf(
  services: AppServices,
  { actor, texts }: Request,
  tab: Tab,
  query: RecordsQuery,
): Promise<Result<Rows>> {
  const { zone } = services.programs.current().program;
  if (tab === 'readings') {
    const found = await listReadings(services, actor, query);
    if (!found.ok) return found;
    const { items, ...rest } = found.value;
    return ok({ ...rest, rows: items.map((item) => readingRow(texts, item, zone)) });
  }
  const found = await listSecurityEvents(services, actor, query);
  if (!found.ok) return found;
  const { items, ...rest } = found.value;
  return ok({ ...rest, rows: items.map((item) => eventRow(texts, item, zone)) });
}

function kindsOf(text: Texts['staff']['desk']['security'], tab: Tab) {
  if (tab === 'events') return SECURITY_KINDS.map((value) => ({ value, text: text.kinds[value].label }));
  return [
    { value: 'not-theirs', text: text.filter.kind.notTheirs },
    ...READINGS.map((value) => ({ value, text: text.whats[value] ?? value })),
  ];
}

/** What can't be understood of the address is passed over, and said. */
function readQuery({ query }: Request, tab: Tab): { query: RecordsQuery; understood: boolean } {
  const said = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const known: readonly string[] = tab === 'events' ? SECURITY_KINDS : ['not-theirs', ...READINGS];
  const isDay = (day: string) => isoDateSchema.safeParse(day).success;
  const fitting: Record<(typeof FILTERS)[number] | 'cursor', (value: string) => boolean> = {
    who: (value) => /^(user|key|person):[\da-f-]{36}$/.test(value),
    reference: (value) => /^[\w-]{1,40}$/.test(value),
    kind: (value) => known.includes(value),
    from: isDay,
    to: isDay,
    cursor: (value) => /^[\w-]{1,500}$/.test(value),
  };
  const read: Record<string, string> = {};
  let understood = true;
  for (const [name, isRight] of Object.entries(fitting)) {
    const value = name === 'reference' ? said(name).toUpperCase() : said(name);
    if (value === '') continue;
    if (isRight(value)) read[name] = value;
    else understood = false;
  }
  return { query: read, understood };
}

const hrefOf = (tab: Tab, query: RecordsQuery) => (more: { cursor?: string }) => {
  const kept = FILTERS.flatMap((name) => {
    const value = query[name];
    return value ? [[name, value] as [string, string]] : [];
  });
  return `${paths.desk('security')}?${new URLSearchParams([['tab', tab], ...kept, ...Object.entries(more)])}`;
};

function nameOf({ staff: { desk, common } }: Texts, { ref, name }: Said): string {
  if (name !== null) return name;
  if (ref === 'system') return desk.security.desk;
  if (ref === 'public') return desk.security.nobody;
  return common.somebody;
}

function eventRow(texts: Texts, { kind, at, actor, about, whence, data }: EventShown, zone: string) {
  const text = texts.staff.desk.security;
  // An event of a newer version, read by an older one, is still there.
  const sheet = text.kinds[kind] as { label: string; says: (data: never) => string } | undefined;
  return {
    when: texts.dates.shortDateTime(at, zone),
    who: nameOf(texts, actor),
    what: sheet?.label ?? text.unknownKind,
    says: sheet?.says(data as never) ?? kind,
    about: about && nameOf(texts, about),
    whence: text.whences[whence],
  };
}

function readingRow(texts: Texts, item: ReadingShown, zone: string) {
  const text = texts.staff.desk.security;
  const ofRequest = !['question', 'conduct', 'introduction'].includes(item.what);
  return {
    when: texts.dates.shortDateTime(item.at, zone),
    who: nameOf(texts, item.actor),
    what: text.whats[item.what] ?? item.what,
    about: item.reference ?? (ofRequest ? text.erased : null),
    href: item.reference ? paths.request(item.requestId) : null,
    whence: item.whence ? text.whences[item.whence] : text.whencePast,
    why: item.why ? (text.whys[item.why as keyof typeof text.whys] ?? item.why) : null,
    notTheirs: item.notTheirs ? text.notTheirs : null,
  };
}

async function unusualView(services: AppServices, { actor, texts }: Request) {
  const text = texts.staff.desk.security;
  const { zone, watch } = services.programs.current().program;
  const { items, count } = unwrap(await unusualLately(services, actor));
  const { rules } = text.unusual;
  const time = (wall: string) => texts.dates.clockTime(wall, zone);
  return {
    heading: text.unusual.heading(UNUSUAL_DAYS),
    items: items.map(({ rule, actor: ref, name, from, count: n }) => ({
      says: text.unusual.findings[rule](
        nameOf(texts, { ref, name }),
        n,
        texts.dates.shortDateTime(from, zone),
      ),
      href: `${paths.desk('security')}?${new URLSearchParams(
        rule === 'refused'
          ? { tab: 'events', who: ref, kind: 'permission-refused' }
          : { tab: 'readings', who: ref, ...(rule === 'many' ? { kind: 'not-theirs' } : {}) },
      )}`,
    })),
    more: count > items.length ? text.unusual.more(count - items.length) : null,
    rules: [
      rules.many(watch.casesNotTheirsInAnHour),
      rules.night(time(watch.nightFrom), time(watch.nightUntil)),
      rules.command,
      rules.refused(watch.refusalsInAnHour),
      rules.settings,
    ],
  };
}
