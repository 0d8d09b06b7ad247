import { expect, test } from '@jest/globals';
import { mentionedIn, namesNobody } from '../../../src/domain/people/mentions.js';

const ana = { id: '1', name: 'Ana Park', email: 'ana.park@desk.example' };
const an = { id: '2', name: 'An', email: 'an@desk.example' };
const lou = { id: '3', name: 'Lou Ang', email: 'lou@desk.example' };
const lou2 = { id: '4', name: 'Lou Ang', email: 'lou@other.example' };

test.each([
  ['@ana.park please look', [ana]],
  ['Ask @Ana Park.', [ana]],
  ['(@AN) and @ana.park@desk.example', [an, ana]],
  ['@an.', [an]],
  ['An address is no mention: x@an', []],
  ['@Anabel is somebody else, and so is @an-other', []],
  ['@lou: whom of the two?', []],
  ['@lou@other.example it is', [lou2]],
  ['@an, again @An', [an]],
  ['nobody', []],
])('%s', (text, named) => {
  expect(mentionedIn(text, [an, ana, lou, lou2])).toEqual(named);
});

test.each([
  ['@nobody please look', true],
  ['@an and @nobody', true],
  ['@lou: whom of the two?', true],
  ['@ana.park please look, and @An', false],
  ['x@elsewhere.example, @ 5 PM, @5', false],
  ['nobody', false],
])('whether an @ means nobody: %s', (text, nobody) => {
  expect(namesNobody(text, [an, ana, lou, lou2])).toBe(nobody);
});
