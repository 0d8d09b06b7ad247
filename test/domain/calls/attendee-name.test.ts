import { describe, expect, test } from '@jest/globals';
import { attendanceOf, type KnownPerson } from '../../../src/domain/calls/attendance.js';

const at = '2026-12-02T20:00:00.000Z';
const person = (id: string, more: Partial<KnownPerson>): KnownPerson => ({
  personId: id,
  registrantIds: [],
  emails: [`${id}@office.example`],
  names: [id],
  awaited: false,
  ...more,
});

/** The match and the people a row without an address leads to. */
function seen(name: string, known: KnownPerson[], email: string | null = null): string {
  const rows = [{ email, name, registrantId: null, joinedAt: at, leftAt: at }];
  const [only] = attendanceOf({ rows, known, endsAt: at });
  return [only?.match, only?.personId, ...(only?.candidates ?? [])].filter(Boolean).join(' ');
}

describe('names as Zoom shows them', () => {
  const ruth = person('ruth', { names: ['Ruth Example'] });
  const zoe = person('zoe', { names: ['Zoë Łukasz-O’Brien'] });
  const office = person('office', { names: ['Ana Ruiz | Legal Aid'] });

  test.each<[string, string]>([
    ['Ruth Example', 'name ruth'],
    ['Ruthie (Ruth Example)', 'name ruth'],
    ['Ruthie [Ruth Example]', 'name ruth'],
    ['Ruthie（Ruth Example）', 'name ruth'],
    ['iPhone (Ruth Example) (she/her)', 'name ruth'],
    ['Ruthie (Example, Ruth)', 'name ruth'],
    ['Example, Ruth', 'name ruth'],
    ['EXAMPLE RUTH', 'name ruth'],
    ['Ruth Example, Esq.', 'name ruth'],
    ['Example, Ruth, Esq.', 'name ruth'],
    ['Ruth Example, J.D., LL.M.', 'name ruth'],
    ['Ruth Example, Ph.D', 'name ruth'],
    ['Ms. Ruth Example', 'name ruth'],
    ['Atty. Ruth Example', 'name ruth'],
    ['Dr Ruth A. Example III', 'name ruth'],
    ['Ruth Example | Legal Aid', 'name ruth'],
    ['Legal Aid | Ruth Example', 'name ruth'],
    ['Ruth Example - Legal Aid', 'name ruth'],
    ['Ruth Example – Legal Aid (she/her)', 'name ruth'],
    ['Ruth Example, Legal Aid of the Valley', 'name ruth'],
    ['Ruth Example from Legal Aid', 'name ruth'],
    ['Ruth Example @ Legal Aid', 'name ruth'],
    ['Ruth Example/Legal Aid', 'name ruth'],
    ['ruth.example', 'name ruth'],
    ['ruth_example', 'name ruth'],
    ["Zoe Lukasz O'Brien", 'name zoe'],
    ['LUKASZ-OBRIEN, Zoe', 'name zoe'],
    ['Ana Ruiz', 'name office'],
    // An organization is nobody's name.
    ['Somebody | Legal Aid', 'unknown'],
    ['Ruth', 'unknown'],
    ['Ruthie', 'unknown'],
    ['1310555****', 'unknown'],
  ])('%s: %s', (name, expected) => {
    expect(seen(name, [ruth, zoe, office])).toBe(expected);
  });

  test('a middle initial may be missing, and keeps two people apart', () => {
    const two = [person('a', { names: ['Ruth A. Example'] }), person('b', { names: ['Ruth B. Example'] })];
    expect(['Ruth A. Example', 'Ruth B Example', 'Ruth Example'].map((name) => seen(name, two))).toEqual([
      'name a',
      'name b',
      'ambiguous a b',
    ]);
  });

  test('two people in one name are told apart by a person', () => {
    expect(seen('Ruth Example (Zoe Lukasz-O’Brien)', [ruth, zoe])).toBe('ambiguous ruth zoe');
  });

  test('the name given with a question counts beside the registered one', () => {
    expect(seen('Ruth Nguyen', [person('ruth', { names: ['Ruth Example', 'Ruth Nguyen'] })])).toBe(
      'name ruth',
    );
  });
});

describe('while a selected asker was not found', () => {
  const ruth = person('ruth', { names: ['Ruth Example'], awaited: true });
  const listener = person('ana', { names: ['Ana Ruiz'] });

  test.each<[string, string, string | null, string]>([
    ['a telephone', '1310555****', null, 'ambiguous ruth'],
    ['a device', 'Galaxy S21', null, 'ambiguous ruth'],
    ['a first name', 'Ruthie', null, 'ambiguous ruth'],
    ['another name without an address', 'Pat Stone', null, 'ambiguous ruth'],
    ['no name at all', '', null, 'ambiguous ruth'],
    ['a short form beside a foreign address', 'Ruthie E.', 'r@gmail.com', 'ambiguous ruth'],
    ['her initials beside a foreign address', 'RE', 'x1@gmail.com', 'ambiguous ruth'],
    ['a foreign address that holds her name', 'iPad', 'r.example77@gmail.com', 'ambiguous ruth'],
    ['somebody else with an address', 'Pat Stone', 'pat@stone.org', 'unknown'],
    ['a listener who was found', 'Ana Ruiz', null, 'name ana'],
  ])('%s', (_name, shown, email, expected) => {
    expect(seen(shown, [ruth, listener], email)).toBe(expected);
  });

  test('once she is found by a row of her own, the others matter to nobody', () => {
    const row = { email: null, name: '', registrantId: null, joinedAt: at, leftAt: at };
    const rows = [
      { ...row, name: '1310555****' },
      { ...row, name: 'Ruth Example' },
    ];
    const told = attendanceOf({ rows, known: [ruth, listener], endsAt: at });
    expect(told.map(({ match }) => match)).toEqual(['unknown', 'name']);
  });
});
