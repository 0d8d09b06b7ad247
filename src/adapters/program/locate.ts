import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';

export type SettingPath = readonly (string | number)[];

/** Where in the file something stands. Lines and columns count from 1. */
export interface Place {
  line: number;
  column: number;
}

/**
 * Place of the setting at `path`: its key, or the entry itself in a list. For a setting that is
 * missing, the place of the innermost one that is there.
 */
export function locate(document: Document, lines: LineCounter, path: SettingPath): Place {
  let node: Node | null = document.contents;
  let offset = startOf(node);
  for (const step of path) {
    const child: { node: Node | null; offset: number } | null = childOf(document, node, step);
    if (!child) break;
    node = child.node;
    offset = child.offset;
  }
  return placeAt(lines, offset);
}

/** The value at `path` as written; undefined when it isn't there. */
export function valueAt(document: Document, path: SettingPath): unknown {
  let node: Node | null = document.contents;
  for (const step of path) {
    const child: { node: Node | null } | null = childOf(document, node, step);
    if (!child) return undefined;
    node = child.node;
  }
  const target = resolved(document, node);
  return isScalar(target) ? target.value : (target?.toJS(document) ?? null);
}

export function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** `roles[2].id` */
export function pathText(path: SettingPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

function childOf(document: Document, parent: Node | null, step: string | number) {
  const node = resolved(document, parent);
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step] as Node | undefined;
    return item ? { node: item, offset: startOf(item) } : null;
  }
  if (isMap(node)) {
    const pair = node.items.find((item) => keyOf(item as Pair) === String(step)) as Pair | undefined;
    return pair ? { node: pair.value as Node | null, offset: startOf(pair.key as Node) } : null;
  }
  return null;
}

const keyOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

const resolved = (document: Document, node: Node | null): Node | null =>
  isAlias(node) ? (node.resolve(document) ?? null) : node;

const startOf = (node: Node | null): number => node?.range?.[0] ?? 0;
