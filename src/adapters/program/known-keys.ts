import type { z } from 'zod';
import type { SettingPath } from './locate.js';

/** Names of the settings the schema knows at `path`; empty where it knows none. */
export function knownKeys(schema: z.ZodType, path: SettingPath): string[] {
  const here = path.reduce<Part[]>(
    (parts, step) => parts.flatMap((part) => into(part, step)),
    [schema as Part],
  );
  return [...new Set(here.flatMap(unwrap).flatMap((part) => Object.keys(part.def.shape ?? {})))];
}

/** What of a zod schema is read here; the kinds the program's schema is made of. */
interface Part {
  def: { shape?: Record<string, Part>; element?: Part; innerType?: Part; options?: Part[] };
}

const into = (part: Part, step: string | number): Part[] =>
  unwrap(part).flatMap(({ def }) => {
    const child = typeof step === 'number' ? def.element : def.shape?.[step];
    return child ? [child] : [];
  });

function unwrap(part: Part): Part[] {
  if (part.def.innerType) return unwrap(part.def.innerType);
  if (part.def.options) return part.def.options.flatMap(unwrap);
  return [part];
}
