import { callSeriesContradictions } from './call-series-contradictions.js';
import { type Contradiction, repeats } from './contradiction.js';
import { danglingIds } from './dangling-ids.js';
import type { Program } from './program.schema.js';

/** What no single setting can show wrong: ids that point nowhere, ids used twice, days in the wrong order. */
export function findContradictions(program: Program): Contradiction[] {
  return [
    ...doubledIds(program),
    ...doubledDays(program),
    ...danglingIds(program),
    ...documentRules(program),
    ...courseRules(program),
    ...roleRules(program),
    ...clockRules(program),
    ...program.callSeries.flatMap((series, index) => callSeriesContradictions(series, ['callSeries', index])),
  ];
}

const LISTS = [
  'kinds',
  'documents',
  'topics',
  'courses',
  'workshops',
  'callSeries',
  'resources',
  'snippets',
] as const;

function doubledIds(program: Program): Contradiction[] {
  const roles = [
    ...program.roles.map(({ id }, index) => ({ id, path: ['roles', index, 'id'] })),
    ...program.notServedRoles.map(({ id }, index) => ({ id, path: ['notServedRoles', index, 'id'] })),
  ];
  const lists = LISTS.map((list) =>
    program[list].map(({ id }, index) => ({ id, path: [list, index, 'id'] })),
  );
  const referrals = program.referrals.lists.map(({ id }, index) => ({
    id,
    path: ['referrals', 'lists', index, 'id'],
  }));
  return [roles, ...lists, referrals].flatMap((entries) =>
    repeats(entries, ({ id }) => id).map(({ id, path }) => ({
      path,
      message: `"${id}" is used twice: give this entry another id or remove it`,
    })),
  );
}

function doubledDays(program: Program): Contradiction[] {
  const days = [
    ...program.holidays.extra.map(({ date }, index) => ({
      date,
      path: ['holidays', 'extra', index, 'date'],
    })),
    ...program.closures.map(({ date }, index) => ({ date, path: ['closures', index, 'date'] })),
  ];
  return repeats(days, ({ date }) => date).map(({ date, path }) => ({
    path,
    message: `${date} is listed twice: keep it once, as a holiday or as a closure`,
  }));
}

function documentRules(program: Program): Contradiction[] {
  const found: Contradiction[] = [];
  program.documents.forEach((document, index) => {
    if (!document.reviewed && !document.offerInstead) {
      found.push({
        path: ['documents', index, 'reviewed'],
        message: 'is false, so offerInstead is needed: name the workshop and the resource to point people to',
      });
    }
    if (document.reviewed && document.offerInstead) {
      found.push({
        path: ['documents', index, 'offerInstead'],
        message: 'belongs only to a document that is not reviewed: remove it or set reviewed to false',
      });
    }
  });
  program.kinds.forEach((kind, index) => {
    if (kind.needsDocument && program.documents.length === 0) {
      found.push({
        path: ['kinds', index, 'needsDocument'],
        message: 'is true, but documents is empty: list the documents you review or set this to false',
      });
    }
  });
  return found;
}

function courseRules(program: Program): Contradiction[] {
  return program.courses.flatMap(({ kind, passMark }, index) => {
    const path = ['courses', index, 'passMark'];
    if (kind === 'course' && passMark === null) {
      return [{ path, message: 'is needed for a course: the least score that passes, like 0.8' }];
    }
    if (kind === 'workshop' && passMark !== null) {
      return [{ path, message: 'must be null for a workshop, which is completed by taking part' }];
    }
    return [];
  });
}

function roleRules(program: Program): Contradiction[] {
  const supervisors = program.roles.some((role) => role.maySupervise);
  return program.roles.flatMap((role, index): Contradiction[] => {
    if (role.needsSupervisor && role.maySupervise) {
      return [
        {
          path: ['roles', index, 'maySupervise'],
          message: 'must be false for a role that needs a supervisor',
        },
      ];
    }
    if (role.needsSupervisor && !supervisors) {
      return [
        {
          path: ['roles', index, 'needsSupervisor'],
          message: 'is true, but no role has maySupervise: true; set it for the roles that may supervise',
        },
      ];
    }
    const series = program.callSeries.find(({ id }) => id === role.call);
    if (series && !series.audience.includes(role.id)) {
      return [
        {
          path: ['roles', index, 'call'],
          message: `points to ${series.id}, whose audience leaves out ${role.id}: add it there or write null here`,
        },
      ];
    }
    return [];
  });
}

function clockRules({ clock }: Program): Contradiction[] {
  const found: Contradiction[] = [];
  const promise = clock.promiseBusinessDays;
  if (clock.unassignedReminderDay >= promise) {
    found.push({
      path: ['clock', 'unassignedReminderDay'],
      message: `must be earlier than the promise of ${promise} business days`,
    });
  }
  clock.dueReminderBusinessDaysBefore.forEach((days, index) => {
    if (days >= promise) {
      found.push({
        path: ['clock', 'dueReminderBusinessDaysBefore', index],
        message: `must be less than the promise of ${promise} business days`,
      });
    }
  });
  return found;
}
