import { createHmac, timingSafeEqual } from 'node:crypto';
import { KEPT_MS } from '../../usecases/kept-forms/kept-form-store.js';

const LONGEST_PAGE = 1500;

/** What a form remembers of the page it stands on, so that nothing typed there is lost with a session. */
export interface FormOrigin {
  /** Address of the page, of this site. */
  page: string;
  /** `actorRef` of who it was shown to. */
  owner: string;
  /** The kept form it was filled from, if any. */
  kept?: string;
}

/** `_csrf` of a form: the token, then where the form stood, both made with our key only. */
export function formToken(secret: string, csrfToken: string, origin: FormOrigin, now = Date.now()): string {
  const short = origin.page.length > LONGEST_PAGE ? (origin.page.split('?')[0] ?? '/') : origin.page;
  const page = short.startsWith('/') ? short : '/';
  const told = Buffer.from(JSON.stringify({ ...origin, page, at: now })).toString('base64url');
  return `${csrfToken}.${told}.${digest(secret, told)}`;
}

/** The two parts of a `_csrf` that was sent; `origin` is null unless we made it, for up to seven days. */
export function readFormToken(
  secret: string,
  sent: string,
  now = Date.now(),
): { csrfToken: string; origin: FormOrigin | null } {
  const [csrfToken = '', told = '', proof = ''] = sent.split('.');
  if (!same(proof, digest(secret, told))) return { csrfToken, origin: null };
  const { at, ...origin } = JSON.parse(Buffer.from(told, 'base64url').toString()) as FormOrigin & {
    at: number;
  };
  return { csrfToken, origin: now - at < KEPT_MS ? origin : null };
}

const digest = (secret: string, told: string): string =>
  createHmac('sha256', `form-origin:${secret}`).update(told).digest('base64url');

export function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
