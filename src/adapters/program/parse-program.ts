import { type Document, isAlias, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { programSchema } from '../../domain/program/checked-program.schema.js';
import type { Program } from '../../domain/program/program.schema.js';
import { explainSetting, explainUnknown } from './explain-setting.js';
import { explainSyntax } from './explain-syntax.js';
import { knownKeys } from './known-keys.js';
import { locate, pathText, placeAt, type SettingPath, valueAt } from './locate.js';
import type { Problem } from './problem.js';
import { suggest } from './suggest.js';

export type ParsedProgram = { ok: true; program: Program } | { ok: false; problems: Problem[] };

/** Parses the text of a program file. Problems come in the order of their lines. */
export function parseProgram(text: string): ParsedProgram {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // A file that isn't YAML says nothing reliable about its settings, so syntax is reported alone.
  const syntax = [...syntaxProblems(document, lines, text), ...aliasProblems(document, lines)];
  if (syntax.length > 0) return { ok: false, problems: inOrder(syntax) };
  if (document.contents === null) {
    return { ok: false, problems: [{ line: 1, column: 1, path: '', message: 'the file is empty' }] };
  }
  const parsed = programSchema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, program: parsed.data };
  return { ok: false, problems: settingProblems(parsed.error.issues, document, lines) };
}

function settingProblems(issues: z.core.$ZodIssue[], document: Document, lines: LineCounter): Problem[] {
  const found = (path: SettingPath, message: string): Problem => ({
    ...locate(document, lines, path),
    path: pathText(path),
    message,
  });
  const unknown = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const path = issue.path as SettingPath;
    const known = knownKeys(programSchema, path);
    return issue.keys.map((key) => ({ path, key, known, meant: suggest(key, known) }));
  });
  // A misspelled setting is missing under its right name; saying so twice would only confuse.
  const meant = new Set(unknown.map((one) => pathText([...one.path, one.meant ?? one.key])));
  const others = issues.flatMap((issue) => {
    const path = issue.path as SettingPath;
    const value = valueAt(document, path);
    if (issue.code === 'unrecognized_keys') return [];
    if (value === undefined && meant.has(pathText(path))) return [];
    return [found(path, explainSetting(issue, value))];
  });
  return inOrder([...unknown.map((one) => found([...one.path, one.key], explainUnknown(one))), ...others]);
}

const syntaxProblems = (document: Document, lines: LineCounter, text: string): Problem[] =>
  [...document.errors, ...document.warnings].map((error) => {
    const snippet = /^[^\s:]*/.exec(text.slice(error.pos[0]))?.[0] ?? '';
    return { ...placeAt(lines, error.pos[0]), path: '', message: explainSyntax(error, snippet) };
  });

/** `*name` without `&name` before it: most often a text that begins with an asterisk. */
function aliasProblems(document: Document, lines: LineCounter): Problem[] {
  const problems: Problem[] = [];
  visit(document, (_, node) => {
    if (!isAlias(node) || node.resolve(document)) return;
    const place = placeAt(lines, node.range?.[0] ?? 0);
    problems.push({ ...place, path: '', message: `"*${node.source}" means nothing here: put it in quotes` });
  });
  return problems;
}

const inOrder = (problems: Problem[]): Problem[] =>
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
