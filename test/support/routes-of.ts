import type { Router } from 'express';

interface Layer {
  route?: { path: string | RegExp | (string | RegExp)[]; stack: { method?: string }[] };
  handle: { stack?: Layer[] };
}

/** `GET /staff/requests/:id` and its like: all that a router mounted at the root answers, in its order. */
export function routesOf(router: Router): string[] {
  const found = (router.stack as unknown as Layer[]).flatMap(({ route, handle }): string[] => {
    if (!route) return handle.stack ? routesOf(handle as unknown as Router) : [];
    const methods = route.stack.flatMap(({ method }) => (method ? [method.toUpperCase()] : []));
    return [route.path].flat().flatMap((path) => methods.map((method) => `${method} ${path}`));
  });
  return [...new Set(found)];
}
