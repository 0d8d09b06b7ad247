import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadProgram } from '../../../src/adapters/program/load-program.js';
import { programSchema } from '../../../src/domain/program/checked-program.schema.js';

type Path = (string | number)[];

const { program } = loadProgram('program');

/** Every place of the program that names another entry by its id, and the list it names. */
const references: { path: Path; list: keyof typeof program }[] = [
  ...program.roles.flatMap((role, i) =>
    role.call ? [{ path: ['roles', i, 'call'], list: 'callSeries' as const }] : [],
  ),
  ...program.documents.flatMap((document, i) => [
    ...(document.becomesKind ? [{ path: ['documents', i, 'becomesKind'], list: 'kinds' as const }] : []),
    ...(document.offerInstead
      ? [
          { path: ['documents', i, 'offerInstead', 'workshop'], list: 'workshops' as const },
          { path: ['documents', i, 'offerInstead', 'resource'], list: 'resources' as const },
        ]
      : []),
  ]),
  ...items(['prerequisites', 'courses'], 'courses'),
  ...program.callSeries.flatMap((series, i) => [
    ...items(['callSeries', i, 'audience'], 'roles'),
    ...items(['callSeries', i, 'registration', 'licensureRequiredFor'], 'roles'),
    ...series.topics.flatMap((_, j) => items(['callSeries', i, 'topics', j, 'askerNeedsAnyOf'], 'courses')),
  ]),
  ...program.resources.flatMap((_, i) => [
    ...items(['resources', i, 'topics'], 'topics'),
    ...items(['resources', i, 'audience'], 'roles'),
  ]),
];

describe('ids that name other entries', () => {
  test('each one of the default program names an entry that exists', () => {
    expect(references.length).toBeGreaterThan(50);
    for (const { path, list } of references) {
      const known = (program[list] as { id: string }[]).map(({ id }) => id);
      expect(known).toContain(valueAt(program, path));
    }
  });

  test('whichever is mistaken, the check names that very place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...references),
        fc.stringMatching(/^[a-z]{3,9}-nobody$/),
        (reference, id) => {
          const changed = structuredClone(program);
          const holder = valueAt(changed, reference.path.slice(0, -1)) as Record<string, unknown>;
          holder[String(reference.path.at(-1))] = id;
          const parsed = programSchema.safeParse(changed);
          const paths = parsed.error?.issues.map((issue) => issue.path) ?? [];
          expect(paths).toContainEqual(reference.path);
        },
      ),
    );
  });

  test('a stored program parses again to the same', () => {
    expect(programSchema.parse(JSON.parse(JSON.stringify(program)))).toEqual(program);
  });
});

function items(path: Path, list: keyof typeof program) {
  return (valueAt(program, path) as unknown[]).map((_, index) => ({ path: [...path, index], list }));
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce((value, step) => (value as Record<string, unknown>)[String(step)], root);
}
