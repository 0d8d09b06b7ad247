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
