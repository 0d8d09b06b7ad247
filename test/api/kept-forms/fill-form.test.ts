import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { fillForm } from '../../../src/api/kept-forms/fill-form.js';

const page = (...forms: string[]) =>
  `<!DOCTYPE html><html><body><main>${forms.join('')}</main></body></html>`;
const form = (inner: string, action = '') =>
  `<form method="post" action="${action}"><input type="hidden" name="_csrf" value="new">${inner}</form>`;
const fill = (html: string, fields: Record<string, string | string[]>, action = '/staff/x') => {
  const filled = fillForm(html, { page: '/staff/x?done=1', action, fields });
  return { $: load(filled.html), left: filled.left };
};

describe('what was typed, put back into a page', () => {
  test.each([
    ['a line', '<input name="a" value="old">', 'new "words" <b>', 'input'],
    ['an empty line', '<input name="a" value="old">', '', 'input'],
    ['a date part', '<input type="text" name="a">', '12', 'input'],
    ['a hidden version', '<input type="hidden" name="a" value="7">', '3', 'input'],
  ])('%s', (_name, input, typed, selector) => {
    const { $, left } = fill(page(form(input)), { a: typed });
    expect($(`${selector}[name=a]`).attr('value')).toBe(typed);
    expect(left).toEqual([]);
  });

  test.each([
    ['several lines', 'first\n\n  second <script>x</script> & "more"'],
    ['a first line that is empty', '\nfirst'],
    ['nothing', ''],
    ['dollar signs', 'costs $& and $1 and $$'],
  ])('a text: %s', (_name, typed) => {
    const { $, left } = fill(page(form('<textarea name="a">old</textarea>')), { a: typed });
    expect($('textarea').text()).toBe(typed);
    expect(left).toEqual([]);
  });

  test('boxes, radios and choices as they stood, not as the page comes', () => {
    const inputs = `<input type="checkbox" name="c" value="1" checked><input type="checkbox" name="c" value="2">
      <input type="checkbox" name="c" value="3"><input type="radio" name="r" value="yes" checked>
      <input type="radio" name="r" value="no"><input type="checkbox" name="sure" checked>
      <select name="s"><option value="a" selected>A</option><option value="b">B</option></select>`;
    const { $ } = fill(page(form(inputs)), { c: ['2', '3'], r: 'no', s: 'b' });
    const values = (selector: string) =>
      $(selector)
        .toArray()
        .map((element) => $(element).attr('value'));
    expect(values('input[checked]')).toEqual(['2', '3', 'no']);
    expect(values('option[selected]')).toEqual(['b']);
  });

  test('inputs of one name take their values in order', () => {
    const { $ } = fill(page(form('<input name="a"><input name="a"><input name="a">')), { a: ['1', '2'] });
    expect(
      $('input[name=a]')
        .toArray()
        .map((element) => $(element).attr('value')),
    ).toEqual(['1', '2', undefined]);
  });

  test('of several forms the one that was sent', () => {
    const three = page(
      form('<input type="hidden" name="kind" value="cancel"><textarea name="reason"></textarea>'),
      form('<input type="hidden" name="kind" value="move"><textarea name="reason"></textarea>'),
      form('<input type="hidden" name="kind" value="move"><textarea name="reason"></textarea>', '/staff/y'),
    );
    const { $ } = fill(three, { kind: 'move', reason: 'storm' });
    expect(
      $('textarea')
        .toArray()
        .map((element) => $(element).text()),
    ).toEqual(['', 'storm', '']);
  });

  test('the page’s own token stays', () => {
    const { $ } = fill(page(form('<input name="a">')), { a: 'x', _csrf: 'old' });
    expect($('input[name=_csrf]').attr('value')).toBe('new');
  });

  test('words without a place are told, ids and buttons are not', () => {
    const html = page(form('<input name="a"><button name="also" value="1">Go</button>'));
    const { left } = fill(html, {
      a: 'x',
      b: 'long words',
      c: ['', 'more'],
      also: '1',
      commandId: crypto.randomUUID(),
    });
    expect(left).toEqual(['long words', 'more']);
    expect(fill(page('<p>Gone</p>'), { a: 'x' }).left).toEqual(['x']);
  });

  test('half a megabyte of anything is put back at once', () => {
    for (const character of [' ', '\n', '<', '&', '\t']) {
      const typed = `x${character.repeat(500_000)}x`;
      const { $ } = fill(page(form('<textarea name="a"></textarea>')), { a: typed });
      expect($('textarea').text()).toHaveLength(typed.length);
    }
  });
});
