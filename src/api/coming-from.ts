import type { Whence } from '../domain/security/whence.js';

/** The same services for one way in, so that what is written down of a reading or an event says by which it came. */
export function comingFrom<S extends { whence: Whence }>(services: S, whence: Whence): S {
  return new Proxy(services, {
    get: (all, name) => (name === 'whence' ? whence : Reflect.get(all, name)),
  });
}
