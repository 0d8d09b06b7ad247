import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@jest/globals';
import { sourceFiles } from './support/source-imports.js';

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

const files = sourceFiles('src');

/** Functions of use cases that files of the API import to call. */
function called(): Set<string> {
  const found = files
    .filter((file) => file.startsWith('src/api/'))
    .flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(/^import \{([^}]*)\} from '([^']*\/usecases\/[^']*)\.js';/gm),
      ].flatMap(([, names = '', source = '']) => {
        const from = `${normalize(join(dirname(file), source))}.ts`;
        return names
          .split(',')
          .filter((name) => name.trim())
          .map((name) => `${from}#${name.trim().split(' as ')[0]}`);
      }),
    );
  return new Set(found);
}

/** What stands between the parentheses of its declaration; null: a constant or a type. */
function parametersOf(place: string): string | null {
  const [file = '', name] = place.split('#');
  const text = readFileSync(file, 'utf8');
  const declared = [
    `export (?:async )?function ${name}\\b[^(]*\\(([\\s\\S]*?)\\)(?=: | \\{)`,
    `export const ${name}\\b(?:: [^=\\n]*)? =\\s*(?:async )?(?:<[^=(]*>)?\\(([\\s\\S]*?)\\)(?=: [^\\n]* =>| =>)`,
  ];
  for (const one of declared) {
    const found = new RegExp(one).exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

test('every read is told who asks, but for those that say why not', () => {
  const told = [...called()].flatMap((place) => {
    const parameters = parametersOf(place)?.replace(WITHOUT_IT, '');
    if (parameters === undefined || ACTOR.test(parameters) || !DATABASE.test(parameters)) return [];
    return place.split('#')[1] ?? [];
  });
  expect([...new Set(told)].sort()).toEqual(Object.values(TOLD_NO_ACTOR).flat().sort());
});
