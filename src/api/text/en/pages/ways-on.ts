import { listed } from '../../../../domain/text/listed.js';
/** Words of where a redirected or declined request leads. */
export const waysOnText = {
  title: { redirected: 'Where to turn', declined: 'What you can do instead' } as Record<string, string>,
  call: (title: string, when: string) => `${title}: the next call is on ${when}`,
  noCall: (title: string) => `${title}: see when the next call is`,
  resource: (title: string, publisher: string) => `${title}, by ${publisher}`,
  workshop: (title: string) => `${title}: be told when it is next held`,
  course: (title: string) => `Course: ${title}`,
  referrals: (titles: readonly string[]) => listed(titles),
  scope: 'What written assistance covers',
  hotline: (number: string) => `The hotline, ${number}`,
};

/** Words of the page with the referral lists. */
export const referralsText = {
  title: 'Referral lists',
  lead: 'For professionals who look for an agency that serves survivors.',
  nothing: 'There is no list at present.',
  inWriting: 'To be sent one of them, ask us in writing',
  ask: 'To refer a client, call our response line at any hour:',
  area: (place: string) => `Our own direct services are for survivors in ${place}.`,
  survivor: 'Are you a survivor yourself? Please call our hotline instead.',
};
