import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { commandOf, sendersFormId } from '../../../../src/api/pages/kit/command.js';
import type { Field, Form } from '../../../../src/api/pages/kit/form.js';
import { errorsOf, withMissing, wrongFields } from '../../../../src/api/pages/kit/form-errors.js';
import { formView, isSent, leftOver } from '../../../../src/api/pages/kit/form-view.js';
import { en } from '../../../../src/api/text/en/en.js';
import { createViewEngine } from '../../../../src/api/views/create-view-engine.js';
import type { Actor } from '../../../../src/domain/people/actor.js';
import { ok, wrongAt } from '../../../../src/domain/result.js';
import { program } from '../form/a-program.js';

const views = createViewEngine({
  programs: { current: () => ({ versionId: 'v', program }) },
});
const DRAW = '{% from "pages/kit/form.njk" import postForm %}{{ postForm(form) }}';

const line = (name: string): Field => ({ type: 'line', name, label: name });
const words = (name: string): Field => ({ type: 'words', name, label: name });
const form = (...fields: Field[]): Form => ({ fields, buttons: [{ text: 'Send' }] });

function drawn(of: Form, typed?: Record<string, string | string[]>) {
  const view = formView(of, { texts: en, token: 'new', formId: 'id', typed });
  return load(views.renderString(DRAW, { form: view }));
}

describe('what was typed stands in the form again', () => {
  test.each([
    ['a line', 'new "words" <b>'],
    ['nothing', ''],
    ['dollar signs', 'costs $& and $1 and $$'],
  ])('%s', (_name, typed) => {
    expect(
      drawn({ ...form(line('a')), initial: { a: 'old' } }, { a: typed })('input[name=a]').val() ?? '',
    ).toBe(typed);
  });

  test.each([
    ['several lines', 'first\n\n  second <script>x</script> & "more"'],
    ['nothing', ''],
    ['half a megabyte of white space', `x${' '.repeat(500_000)}x`],
    ['half a megabyte of brackets', '<'.repeat(500_000)],
  ])('a text: %s', (_name, typed) => {
    expect(drawn({ ...form(words('a')), initial: { a: 'old' } }, { a: typed })('textarea').text()).toBe(
      typed,
    );
  });

  test('boxes, radios and choices as they stood, not as the page comes', () => {
    const choices = ['1', '2', '3'].map((value) => ({ value, text: value }));
    const of: Form = {
      ...form(
        { type: 'checkboxes', name: 'c', choices },
        { type: 'radios', name: 'r', legend: 'r', choices },
        { type: 'checkboxes', name: 'sure', choices: [{ value: 'yes', text: 'Sure' }] },
        { type: 'select', name: 's', label: 's', choices },
      ),
      initial: { c: ['1'], r: '1', sure: 'yes', s: '1' },
    };
    const $ = drawn(of, { c: ['2', '3'], r: '2', s: '3' });
    const values = (selector: string) =>
      $(selector)
        .toArray()
        .map((element) => $(element).attr('value'));
    expect(values('input[checked]')).toEqual(['2', '3', '2']);
    expect(values('option[selected]')).toEqual(['3']);
  });

  test('a date, part by part', () => {
    const $ = drawn(form({ type: 'date', name: 'd', legend: 'd' }), {
      'd-month': 'Brumaire',
      'd-day': '',
      'd-year': '27',
    });
    expect($('#d-month').val()).toBe('Brumaire');
    expect($('#d-year').val()).toBe('27');
  });
});

describe('of several forms of a page, which was sent', () => {
  const page = '/staff/x';
  const sent = (fields: Record<string, string>, action = '/staff/x?done=1') => ({ action, fields });
  const cancel: Form = { which: { kind: 'cancel' }, ...form(words('reason')) };
  const move: Form = { which: { kind: 'move' }, ...form(words('reason')) };
  const buttons: Form = {
    buttons: [
      { text: 'Yes', name: 'answer', value: 'yes' },
      { text: 'No', name: 'answer', value: 'no' },
    ],
  };

  test.each<[string, Form, ReturnType<typeof sent>, boolean]>([
    ['the one with the hidden value', move, sent({ kind: 'move', reason: 'storm' }), true],
    ['not the one with another', cancel, sent({ kind: 'move', reason: 'storm' }), false],
    ['not one for another address', { ...move, action: '/staff/y' }, sent({ kind: 'move' }), false],
    [
      'the one for the address, wherever its page is',
      { ...move, action: '/staff/y' },
      sent({ kind: 'move' }, '/staff/y/'),
      true,
    ],
    ['the one with the button', buttons, sent({ answer: 'no' }), true],
    ['not one without it', buttons, sent({ answer: 'later' }), false],
    ['the one, sent with the Enter key', buttons, sent({}), true],
    ['none for an address that is none', move, sent({ kind: 'move' }, '//:99999/'), false],
  ])('%s', (_name, of, what, is) => {
    expect(isSent(of, page, what)).toBe(is);
  });

  test('words without a place are told, ids and buttons are not', () => {
    const of: Form = { ...form(line('a')), buttons: [{ text: 'Go', name: 'also', value: '1' }] };
    const typed = { a: 'x', b: 'long words', c: ['', 'more'], also: '1', commandId: crypto.randomUUID() };
    expect(leftOver(of, typed)).toEqual(['long words', 'more']);
    expect(leftOver(null, { a: 'x', commandId: crypto.randomUUID() })).toEqual(['x']);
  });
});

describe('what is wrong', () => {
  const of = form(
    { ...line('name'), missing: 'Enter a name.' } as Field,
    { type: 'date', name: 'day', legend: 'Day' },
    words('reason'),
  );
  const summary = (errors: { pointer: string; message: string }[]) =>
    errorsOf(en, wrongFields(errors).problem, [of]).summary;

  test('is said in the order of the fields, what belongs to none of them last and without a link', () => {
    expect(
      summary([
        { pointer: '/elsewhere', message: 'Elsewhere.' },
        { pointer: '/reason', message: 'Too long.' },
        { pointer: '/day', message: 'Past.' },
        { pointer: '/name', message: 'No name.' },
      ]),
    ).toEqual([
      { text: 'No name.', href: '#name' },
      { text: 'Past.', href: '#day-month' },
      { text: 'Too long.', href: '#reason' },
      { text: 'Elsewhere.' },
    ]);
  });

  test('where a schema has no words for it, is said in the field’s own, or ours', () => {
    const issue = { message: 'Invalid option: expected one of "a"|"b"' };
    const unlike = (pointer: string) => wrongAt(pointer, 'unlike-its-schema', { issue });
    expect(errorsOf(en, wrongFields([unlike('/name'), unlike('/reason')]).problem, [of]).summary).toEqual([
      { text: 'Enter a name.', href: '#name' },
      { text: 'This can’t be taken. Choose or enter something else.', href: '#reason' },
    ]);
  });

  test('of a field that was left empty is that alone', () => {
    const read = withMissing(
      of.fields,
      { name: ' ' },
      wrongFields([{ pointer: '/name', message: 'Too short.' }]),
    );
    expect(read).toMatchObject({ problem: { errors: [{ pointer: '/name', message: 'Enter a name.' }] } });
    expect(withMissing(of.fields, { name: 'Ada' }, ok('read'))).toEqual(ok('read'));
  });
});

test('the same form with the same words is one command; other words or another form are another', () => {
  const form = '6f2b1c5e-0a3d-4a7b-9c1d-2e3f4a5b6c7d';
  const first = commandOf(form, { kind: 'pause' });
  expect(commandOf(form, { kind: 'pause' })).toBe(first);
  expect(commandOf(form, { kind: 'skip' })).not.toBe(first);
  expect(commandOf(crypto.randomUUID(), { kind: 'pause' })).not.toBe(first);
  expect(first).toMatch(/^[0-9a-f-]{36}$/);
});

describe('the same form', () => {
  const fields = { commandId: '6f2b1c5e-0a3d-4a7b-9c1d-2e3f4a5b6c7d' };
  const user = (id: string): Actor => ({
    kind: 'user',
    id,
    role: 'attorney',
    name: id,
    email: `${id}@x.example`,
  });
  const formOf = (actor: Actor) => sendersFormId(fields, actor);

  test('sent again by the same person is one form, whatever else is known of them by then', () => {
    expect(formOf({ ...user('ana'), role: 'director', name: 'Ana B.' } as Actor)).toBe(formOf(user('ana')));
  });

  test('sent by another person, or by nobody in particular, is another', () => {
    const person: Actor = { kind: 'person', id: 'ana', name: 'Ana', email: 'ana@x.example' };
    const all = [user('ana'), user('rob'), person, { kind: 'public' } as const].map(formOf);
    expect(new Set(all).size).toBe(4);
  });
});
