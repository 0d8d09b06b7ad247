import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, STAFF_ROLES, type StaffRole } from '../../src/domain/people/actor.js';
import { EVERYONE, PERMISSIONS, type Permission, WRITERS } from '../../src/domain/people/permissions.js';
import { REFUSALS, type Reason } from '../../src/domain/refusals/refusals.js';
import { projectRoot } from '../../src/project-root.js';
import { calledByWeb, parametersOf } from '../support/called-use-cases.js';

/**
 * Every use case that the web side calls on somebody's behalf is asked by everybody, with nothing behind it: services
 * and arguments that fail as soon as they are used. Whoever is turned away at the door is turned away before anything is
 * read or written; whoever is let in is one that the permission table lets in. What has no door of its own stands below
 * with the reason, or fails. What such a use case finds out by itself is tried over routes (`api/permissions.test.ts`).
 */
const NO_DOOR: Record<string, string[]> = {
  'looks whose the request is, before it tells that there is one': words(`
    addDocument allowedDecisions answerInformation answerLetter askFollowUp askReopening changeCourtDate
    confirmSupervisor countOpenTasks extensionDays getRequest giveFeedback goesOnAs listDocuments
    mergedInto nameSupervisor ownRequest previewDocument readCorrespondence readDocument readFeedback readFollowUp
    readWaysOn removeDocument requestClock requestContent requestEvents requestResponse tasksOf viewOf
    waysAfterEnd withdrawRequest writeMessage`),
  'looks whose the question, call or registration is': words(`
    answerMove attachToQuestion convertByToken convertQuestion editQuestion getQuestion getRegistration
    openQuestions pollVoter proposedMove questionPast readQuestionWorksheet readRecap withdrawQuestion`),
  'looks whose the review, introduction, release or worksheet is': words(`
    decideOnIntroduction decideOnMentor decideOnRelease decideOnReview eraseWorksheet listReleases offeredOnIntroductionTo offeredTo
    readIntroduction readMentor readRelease readReview readWorksheet saveWorksheet startWorksheet`),
  'gives whoever asks what is their own, and others nothing': words(`
    claimBehind formsWaitingFor handedBackTo hasOwnWorksheet isOwnDraft lastRequester listensTo
    listRequests listWorksheets otherSeriesOf ownAddresses ownIntroductions ownMentor ownNotices
    ownPassedCourses ownProfile ownQuestions ownRefusal ownRegistration ownRequestWithWords ownsAddress
    ownsRequest ownSubscription ownWords proveAddress registrationOf`),
  'gives others than staff nothing': words(`
    draftsAtWork maySet namesBehind namesBehindOrganization`),
  'is for everybody, each with what they may see': words(`
    getCall listCalls listPrecedents offeredOnPrecedent readPrecedent refuseOthersAddress
    register subscribe`),
  'has a door for each kind of decision': words(`decidePrecedent`),
  'is the way in, or of whoever stands in it': words(`
    addApp addPasskey endSessions factorsOf hasFactor noteRefusal noteSignIn passkeyToAdd passkeyToUse removeFactor
    renewCodes secretToAdd sessionsOf standingIn tryCode tryPasskey`),
};

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

type Outcome = 'turned away' | 'let in';
interface Asked {
  name: string;
  outcomes: { actor: Actor; outcome: Outcome }[];
  /** Rows of the permission table that it looked at. */
  rows: Set<Permission>;
}

const ACTOR = /\b(Actor|ByMail|StaffUser)\b/;
const PERSON = { id: 'p', name: 'P', email: 'p@legal-aid.example' };
const ACTORS: Actor[] = [
  { kind: 'public' },
  { kind: 'person', ...PERSON },
  ...STAFF_ROLES.map((role) => ({ kind: 'user' as const, role, ...PERSON })),
  ...STAFF_ROLES.map((role) => ({ kind: 'key' as const, id: 'k', role, scopes: ['read', 'write'] })),
];

class Touched extends Error {}
const touched = () => {
  throw new Touched();
};

/** Stands for anything: what hangs on it may be named, but nothing be called, walked through or turned into a value. */
function nothingBehind(): unknown {
  return new Proxy(touched, {
    get: (_target, key) =>
      key === 'then' ? undefined : key === Symbol.toPrimitive ? touched : nothingBehind(),
    has: touched,
    // Some take the rest of what they are given apart before they look at anybody.
    ownKeys: () => [],
  });
}

/** At the commas that stand in no bracket. */
function apart(list: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of list) {
    if ('{(<['.includes(sign)) depth += 1;
    if ('})>]'.includes(sign)) depth -= 1;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.filter((part) => part.trim() !== '');
}

/** Refused for who they are. That a thing isn't there, or a field is wrong, is found by whoever was let in. */
const isForWhom = (reason: Reason): boolean =>
  ['forbidden', 'unauthenticated'].includes(REFUSALS[reason].code);

async function outcomeOf(ask: () => unknown): Promise<Outcome> {
  try {
    const answer = (await ask()) as { ok?: boolean; problem?: { reason: Reason } } | null | undefined;
    return answer?.ok === false && answer.problem && isForWhom(answer.problem.reason)
      ? 'turned away'
      : 'let in';
  } catch {
    return 'let in';
  }
}

let looked = new Set<Permission>();
const all: Asked[] = [];
beforeAll(async () => {
  for (const row of Object.keys(PERMISSIONS) as Permission[]) {
    const rule = PERMISSIONS[row];
    Object.defineProperty(PERMISSIONS, row, {
      enumerable: true,
      get() {
        looked.add(row);
        return rule;
      },
    });
  }
  for (const place of calledByWeb()) {
    const written = parametersOf(place);
    const parameters = written === null ? null : apart(written);
    const at = parameters?.findIndex((one) => ACTOR.test(one)) ?? -1;
    if (!parameters || at < 0) continue;
    const [file = '', name = ''] = place.split('#');
    const useCase = ((await import(join(projectRoot, file))) as Record<string, unknown>)[name];
    looked = new Set();
    const outcomes: Asked['outcomes'] = [];
    for (const actor of ACTORS) {
      const given = parameters.map((_one, index) => (index === at ? actor : nothingBehind()));
      const outcome = await outcomeOf(() => (useCase as (...given: unknown[]) => unknown)(...given));
      outcomes.push({ actor, outcome });
    }
    all.push({ name, outcomes, rows: looked });
  }
});

const rolesOf = (row: Permission): readonly StaffRole[] => PERMISSIONS[row].staff;
const rolesLetIn = ({ outcomes }: Asked, kind: 'user' | 'key'): StaffRole[] =>
  outcomes.flatMap(({ actor, outcome }) => (actor.kind === kind && outcome === 'let in' ? [actor.role] : []));
const letsIn = ({ outcomes }: Asked, kind: Actor['kind']): boolean =>
  outcomes.some(({ actor, outcome }) => actor.kind === kind && outcome === 'let in');

/** Nobody in particular is let in, so there is none. */
const hasNoDoor = (asked: Asked) => letsIn(asked, 'public');

describe('use cases that the web side calls for somebody', () => {
  test('turn nobody in particular away before anything is read, or say here why not', () => {
    expect(all.length).toBeGreaterThan(200);
    const open = all.filter(hasNoDoor).map(({ name }) => name);
    expect([...new Set(open)].sort()).toEqual(Object.values(NO_DOOR).flat().sort());
  });

  test('let in the roles that their row of the permission table names, and no other', () => {
    const otherwise = all.flatMap((asked) => {
      const rows = [...asked.rows];
      if (rows.length === 0 || hasNoDoor(asked)) return [];
      // The first row is the door; what is asked after it is about a part, or narrows it.
      const doors = rows.map((_row, last) =>
        STAFF_ROLES.filter((role) => rows.slice(0, last + 1).every((row) => rolesOf(row).includes(role))),
      );
      const [users, keys] = [rolesLetIn(asked, 'user'), rolesLetIn(asked, 'key')];
      const same = doors.some((door) => door.join() === users.join());
      return same && keys.every((role) => users.includes(role))
        ? []
        : [`${asked.name}: ${rows.join(', ')}; let in are ${users}`];
    });
    expect(otherwise).toEqual([]);
  });

  test('that look at no row let in people, all of the staff, or who may write answers', () => {
    const some = all.flatMap((asked) => {
      if (asked.rows.size > 0 || hasNoDoor(asked)) return [];
      const users = rolesLetIn(asked, 'user');
      return [[], EVERYONE, WRITERS].some((roles) => roles.join() === users.join())
        ? []
        : [`${asked.name}: ${users}`];
    });
    expect(some).toEqual([]);
  });

  test('no key gets further than somebody with its role', () => {
    const further = all.flatMap((asked) => {
      const users = rolesLetIn(asked, 'user');
      return rolesLetIn(asked, 'key')
        .filter((role) => !users.includes(role))
        .map((role) => `${asked.name}: ${role}`);
    });
    expect(further).toEqual([]);
  });
});
