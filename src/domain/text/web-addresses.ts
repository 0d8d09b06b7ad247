import { urlOf } from './url-of.js';

/** Where people put an address that doesn't belong to it: at the end of a sentence, in brackets. */
const ENDS = '.,;:!?\'"*_';

/** Up to white space or a bracket that no address holds. */
const ADDRESS = /^https?:\/\/[^\s<>"[\]`\\]{1,2000}/i;

/** The web address that begins at `from`, if one does; what ends the sentence around it is no part of it. */
export function webAddressAt(text: string, from: number): string | null {
  const found = ADDRESS.exec(text.slice(from, from + 2_010))?.[0];
  if (!found) return null;
  let end = found.length;
  // Brackets that were opened inside belong to it.
  let unopened = 0;
  for (const character of found) {
    if (character === ')') unopened += 1;
    if (character === '(') unopened -= 1;
  }
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!ENDS.includes(last)) break;
  }
  const address = found.slice(0, end);
  return safeAddress(address) === null ? null : address;
}

/**
 * An address that a link may lead to, as it is written in one; null for any other. Of the web with a host and without a name before
 * it (`https://a.gov@b.example` leads to b), of mail with nothing but the address: no script, no file, nothing of ours.
 */
export function safeAddress(written: string): string | null {
  if (written.length > 2_048 || !/^(?:https?|mailto):/i.test(written)) return null;
  const url = urlOf(written);
  if (!url) return null;
  if (url.protocol === 'mailto:') {
    return url.search === '' && url.hash === '' && /^[\w.+-]{1,64}@[\w.-]{1,255}$/.test(url.pathname)
      ? url.href
      : null;
  }
  if (!/^https?:\/\/[^/\\]/i.test(written) || url.username !== '' || url.password !== '') return null;
  return url.href;
}
