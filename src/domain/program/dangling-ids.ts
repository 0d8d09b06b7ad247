import type { Contradiction } from './contradiction.js';
import type { Program } from './program.schema.js';

/** Every id that points to an entry the program doesn't have. */
export function danglingIds(program: Program): Contradiction[] {
  const ids = {
    role: program.roles.map(({ id }) => id),
    kind: program.kinds.map(({ id }) => id),
    topic: program.topics.map(({ id }) => id),
    course: program.courses.map(({ id }) => id),
    workshop: program.workshops.map(({ id }) => id),
    resource: program.resources.map(({ id }) => id),
    'call series': program.callSeries.map(({ id }) => id),
  };
  const found: Contradiction[] = [];
  const must = (what: keyof typeof ids, id: string | null | undefined, path: Contradiction['path']) => {
    if (id == null || ids[what].includes(id)) return;
    const known =
      ids[what].length > 0 ? `one of ${ids[what].join(', ')}` : `an entry added to the list first`;
    found.push({ path, message: `no ${what} has the id "${id}": use ${known}` });
  };
  const each = (what: keyof typeof ids, list: string[], path: Contradiction['path']) =>
    list.forEach((id, index) => {
      must(what, id, [...path, index]);
    });

  program.roles.forEach((role, index) => {
    must('call series', role.call, ['roles', index, 'call']);
  });
  program.documents.forEach((document, index) => {
    must('kind', document.becomesKind, ['documents', index, 'becomesKind']);
    must('workshop', document.offerInstead?.workshop, ['documents', index, 'offerInstead', 'workshop']);
    must('resource', document.offerInstead?.resource, ['documents', index, 'offerInstead', 'resource']);
  });
  each('course', program.prerequisites.courses, ['prerequisites', 'courses']);
  program.callSeries.forEach((series, index) => {
    const path = ['callSeries', index];
    each('role', series.audience, [...path, 'audience']);
    each('role', series.registration.licensureRequiredFor, [...path, 'registration', 'licensureRequiredFor']);
    series.topics.forEach((topic, nth) => {
      each('course', topic.askerNeedsAnyOf, [...path, 'topics', nth, 'askerNeedsAnyOf']);
    });
  });
  program.resources.forEach((resource, index) => {
    each('topic', resource.topics, ['resources', index, 'topics']);
    each('role', resource.audience, ['resources', index, 'audience']);
  });
  program.snippets.forEach((snippet, index) => {
    each('topic', snippet.topics, ['snippets', index, 'topics']);
  });
  return found;
}
