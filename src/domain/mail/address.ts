/**
 * The one rule for e-mail addresses: what forms, API, imports and settings take, and what the mailer hands on. A local
 * part of the standard's unquoted characters, so that nothing can be read as two addresses; a domain of host names that
 * ends in letters or in an encoded word (`xn--p1ai`). Written so that it is in the API's description as it is.
 */
export const EMAIL_ADDRESS =
  /^(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{0,58}[A-Za-z0-9])$/;

export const MAX_EMAIL_ADDRESS = 254;

export function isEmailAddress(text: string): boolean {
  return text.length <= MAX_EMAIL_ADDRESS && EMAIL_ADDRESS.test(text);
}

/** What parts words, but stands in no address: `?`, `!` and `'` may. */
const WORD = /[^\s<>()[\]{},;:"“”]+/gu;
const AFTER_IT = /[.!?'’*_`]{1,9}$/;
/** As it is typed on other keyboards, too. */
const AT = /[@＠﹫]/u;

/** A text with `instead` where an e-mail address stands: every one we take, and what looks like one we don't. */
export function withoutAddresses(text: string, instead: string): string {
  return text.replace(WORD, (word) => {
    const ending = AFTER_IT.exec(word)?.[0] ?? '';
    const rest = word.slice(0, word.length - ending.length);
    return AT.test(rest) && rest.length > 1 ? instead + ending : word;
  });
}
