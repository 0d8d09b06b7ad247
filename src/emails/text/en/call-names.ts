import type { MailData } from '../../mail-data.js';

/** `Weekly Call`, or `Our call` where its name is not told. */
export const theCall = ({ callTitle }: MailData) => callTitle ?? 'Our call';
export const thisCall = ({ callTitle }: MailData) => callTitle ?? 'our call';

/** How who is registered gets in. */
export const MEETING_ADDRESS =
  'Please join with the e-mail address you registered. Your join link is on the page behind the button, after signing in, as soon as there is one. It is for you alone; please do not share it.';
