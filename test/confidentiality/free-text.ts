import { z } from 'zod';
import { V1 } from '../../src/api/v1-routes.js';
import { findCanaries } from './canaries.js';

/** Strings that are checked against a list, so that nobody can say anything in them; by the last part of their name. */
const NOT_FREE: Record<string, string> = {
  role: 'a role of the program; another one is refused, or kept sealed with a registration, as the walk tries',
  state: 'a code of two letters',
  licensedIn: 'codes of two letters',
  topics: 'topics of the program',
  topic: 'one of them',
  lists: 'ids of series',
  resources: 'ids of the program',
  workshop: 'id of the program',
  series: 'id of a series',
  courseId: 'id of a course',
  to: 'address of somebody on staff, or id of a call',
  token: 'made by the desk',
  by: 'a length of time, in rehearsal only',
};

/** Every string of every body the API takes that anything can be typed into: `POST /calls/{id}/decisions cancel/reason`. */
export function freeTextOfApi(): string[] {
  return V1.flatMap(({ method, path, body }) => {
    if (!body) return [];
    const json = z.toJSONSchema(body.schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
    return [...new Set(stringsOf(json, '', ''))].map((field) => `${method.toUpperCase()} ${path} ${field}`);
  });
}

interface JsonSchema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
}

function stringsOf(node: JsonSchema, kind: string, at: string): string[] {
  const { anyOf = [], oneOf = [], allOf = [], properties = {}, items } = node;
  const chosen = typeof properties.kind?.const === 'string' ? properties.kind.const : kind;
  const inside = [
    ...[...anyOf, ...oneOf, ...allOf].flatMap((branch) => stringsOf(branch, kind, at)),
    ...Object.entries(properties).flatMap(([name, value]) => stringsOf(value, chosen, `${at}/${name}`)),
    ...(items ? stringsOf(items, kind, at) : []),
  ];
  const limited =
    node.enum !== undefined ||
    node.const !== undefined ||
    (node.format !== undefined && node.format !== 'email');
  const isWords = [node.type].flat().includes('string') && !limited;
  const free = isWords && !Object.hasOwn(NOT_FREE, at.slice(at.lastIndexOf('/') + 1));
  return free ? [...inside, kind + at] : inside;
}

/** Where in what was sent to the API there was a planted word, in the words of `freeTextOfApi`. */
export function plantedInApi(method: string, path: string, body: unknown): string[] {
  const operation = V1.find(
    (one) =>
      one.method.toUpperCase() === method &&
      new RegExp(`^/api/v1${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0] ?? ''),
  );
  if (!operation) return [];
  const kind = (body as { kind?: unknown } | null)?.kind;
  return plantedIn(body, '').flatMap((field) => [
    `${method} ${operation.path} ${field}`,
    `${method} ${operation.path} ${kind}${field}`,
  ]);
}

function plantedIn(value: unknown, at: string): string[] {
  if (typeof value === 'string') return findCanaries(value).length > 0 ? [at] : [];
  if (Array.isArray(value)) return value.flatMap((item) => plantedIn(item, at));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => plantedIn(item, `${at}/${name}`));
}

/** Inputs of pages that take no words: dates in three parts, times, a label's number. */
const NOT_WORDS = /^(_csrf|.*-(month|day|year)|time|businessDays|licensedIn|to)$/;

/** Every input of a page that words can be typed into, as `path field`; ids in paths are left out. */
export function freeTextOfPage(path: string, html: string): string[] {
  const names = [...html.matchAll(/<(?:textarea|input)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.startsWith('<textarea') || /type="(text|email|url|search)"/.test(tag))
    .map((tag) => /\bname="([^"]*)"/.exec(tag)?.[1] ?? '')
    .filter((name) => name !== '' && !NOT_WORDS.test(name));
  return names.map((name) => `${pathOf(path)} ${name}`);
}

export function plantedOnPage(path: string, fields: Record<string, string>): string[] {
  return Object.entries(fields)
    .filter(([, value]) => findCanaries(value).length > 0)
    .map(([name]) => `${pathOf(path)} ${name}`);
}

const pathOf = (path: string) =>
  (path.split('?')[0] ?? '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/[a-z-]+-\d{4}-\d{2}-\d{2}/g, ':id');
