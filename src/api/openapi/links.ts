import { type Answer, hasField } from '../http/answer.js';
import { namesIn } from '../http/path-params.js';
import type { Route } from '../http/route.js';

/** Where an answer leads: the id in it, or in the first item of a list, is the next part of other operations' paths. */
export function linksOf({ path }: Route, routes: readonly Route[], { schema }: Answer) {
  const id = hasField(schema, 'id') ? '/id' : hasField(schema, 'items') ? '/items/0/id' : null;
  if (id === null) return null;
  const own = namesIn(path);
  const targets = routes.filter((one) => {
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
      return [one.id, { operationId: one.id, parameters }];
    }),
  );
}
