import { z } from 'zod';
import type { Operation } from './operation.js';

export const namesIn = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');

/** `postTaRequestsIdDecisions`: the same for as long as the address is. */
export function operationId({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return [method, ...path.split(/[^A-Za-z0-9]+/).filter(Boolean)]
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

export function hasField(schema: z.ZodType | undefined, name: string): boolean {
  return schema instanceof z.ZodObject && name in schema.shape;
}

/** Where an answer leads: the id in it, or in the first item of a list, is the next part of other operations' paths. */
export function linksOf(
  { path }: Operation,
  operations: readonly Operation[],
  { schema }: Operation['answers'][number],
) {
  const id = hasField(schema, 'id') ? '/id' : hasField(schema, 'items') ? '/items/0/id' : null;
  if (id === null) return null;
  const own = namesIn(path);
  const targets = operations.filter((one) => {
    const rest = one.path.startsWith(`${path}/{`) ? namesIn(one.path.slice(path.length)) : [];
    return rest.length === 1 && rest[0] !== 'token' && rest[0] !== 'date';
  });
  if (targets.length === 0) return null;
  return Object.fromEntries(
    targets.map((one) => {
      const [next = ''] = namesIn(one.path.slice(path.length));
      const parameters = {
        ...Object.fromEntries(own.map((name) => [name, `$request.path.${name}`])),
        [next]: `$response.body#${id}`,
      };
      return [operationId(one), { operationId: operationId(one), parameters }];
    }),
  );
}
