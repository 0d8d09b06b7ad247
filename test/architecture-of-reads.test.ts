import { expect, test } from '@jest/globals';
import { calledByWeb, parametersOf } from './support/called-use-cases.js';

/**
 * What pages and routes call with the database, and which is told no actor. Whatever else they call takes who asks, and
 * refuses or scopes by it.
 */
const TOLD_NO_ACTOR: Record<string, string[]> = {
  'everybody may know it': [
    'currentCalendar',
    'comingCall',
    'publicExtras',
    'callCalendar',
    'seriesCalendar',
    'pollEndFor',
    'readServiceLevels',
    'answersOn',
  ],
  'counts alone': ['countFailing'],
  'the token of a mailed link is who asks': [
    'supervisorView',
    'renewSupervisorLink',
    'trySupervisorAddress',
    'introductionByLink',
    'mentorByLink',
    'formOfLink',
    'draftsOfLink',
    'tryDraftAddress',
    'confirmSubmission',
    'discardSubmission',
    'confirmationOf',
    'confirmSubscription',
    'confirmedBy',
    'unsubscribe',
  ],
  'known to the browser alone that sent the form, by a random id in its cookie': [
    'readFormDraft',
    'saveFormDraft',
    'forgetFormDraft',
    'moveFormDraft',
    'maySendFormFile',
    'addFormFile',
    'removeFormFile',
    'dropFormFiles',
    'formFileScans',
    'heldFileNames',
    'waitingForm',
    'mailAgain',
    'moveSubmission',
    'tryFormAddress',
    'wasMailed',
  ],
  'sent by somebody who has proved nothing yet': [
    'mayHoldForm',
    'submitUnconfirmed',
    'keepForm',
    'mailDraftLink',
  ],
  'told whose it is, as a reference': ['claimKey', 'openKeptForm', 'forgetKeptForm', 'answerPoll'],
  'finds out who asks': ['findKey', 'resolveActor', 'signInByProvider', 'spend', 'noteWrongKey', 'noteUse'],
  'the development mailbox is its readers’ own': ['latestMails', 'shownMail'],
  'the route says who may: a provider’s report of an address is taken in': ['recording'],
  'a signature is who sends it': ['noteDelivery', 'wasDelivered', 'once'],
};

/** Types of arguments that bring the actor along, or the database. */
const ACTOR = /\b(Actor|ByMail|StaffUser|StaffCall)\b/;
const DATABASE = /\b(Services|Stores|Transaction|Database)\b|'db'/;
const WITHOUT_IT = /Pick<(?:Record)?Services, (?!'db')'\w+'(?: \| (?!'db')'\w+')*>/g;

test('every read is told who asks, but for those that say why not', () => {
  const told = calledByWeb().flatMap((place) => {
    const parameters = parametersOf(place)?.replace(WITHOUT_IT, '');
    if (parameters === undefined || ACTOR.test(parameters) || !DATABASE.test(parameters)) return [];
    return place.split('#')[1] ?? [];
  });
  expect([...new Set(told)].sort()).toEqual(Object.values(TOLD_NO_ACTOR).flat().sort());
});
