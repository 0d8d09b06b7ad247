import type { Route } from './route.js';

/** Finds the operations of an address below /api/v1, of whatever method. */
export function routesAt(routes: readonly Route[]): (path: string) => Route[] {
  const paths = [...new Set(routes.map(({ path }) => path))];
  // Of `/subscriptions/confirmations` and `/subscriptions/{token}` the one with fewer placeholders is meant.
  const addresses = paths
    .map((path) => ({
      holes: path.split('{').length,
      pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`),
      routes: routes.filter((one) => one.path === path),
    }))
    .sort((a, b) => a.holes - b.holes);
  return (path) => addresses.find(({ pattern }) => pattern.test(path))?.routes ?? [];
}
