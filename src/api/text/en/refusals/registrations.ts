import type { registrationRefusals } from '../../../../domain/refusals/registrations.js';
import type { RefusalSentences } from '../../sentences.js';

export const registrationSentences: RefusalSentences<typeof registrationRefusals> = {
  'only-staff-decide-on-registrations': 'Only staff decide about registrations.',
  'only-staff-read-registration': 'Only staff read this.',
  'only-staff-list-registrations': 'Only staff list registrations.',
  'no-such-registration': 'There is no such registration.',
  'registration-not-yours': 'There is no such registration, or it is not yours to see.',
  'registration-version': ({ version }) => `This is version ${version} by now. Read it again, then decide.`,
  'not-while-registration': ({ kind, status }) => `"${kind}" is not possible: the registration is ${status}.`,
  'register-under-own-address': 'Register under your own address, the one you signed in with.',
};
