import { type Cheerio, type CheerioAPI, load } from 'cheerio';
import { type Fields, many } from '../pages/kit/fields.js';

type Form = ReturnType<CheerioAPI>;

/**
 * Puts what was typed back into the form of a page that posts to `action`, by the names of its inputs.
 * `left`: texts that no input of the page takes any more; `hasForm`: the page still has it; `hasFile`: a file has to be
 * chosen again. `page` is the page's own address.
 */
export function fillForm(
  html: string,
  { page, action, fields }: { page: string; action: string; fields: Fields },
): { html: string; left: string[]; hasForm: boolean; hasFile: boolean } {
  const $ = load(html);
  const forms = $('form')
    .toArray()
    .map((element) => $(element))
    .filter((form) => (form.attr('method') ?? '').toLowerCase() === 'post')
    .filter((form) => pathOf(form.attr('action') || page) === pathOf(action));
  const form = forms.sort((a, b) => likeness($, b, fields) - likeness($, a, fields))[0];
  const taken = new Set(['_csrf']);
  if (form) {
    // Repeated names take their values in order.
    const used = new Map<string, number>();
    for (const element of form.find('input, textarea, select').toArray()) {
      const input = $(element);
      const name = input.attr('name');
      if (name === undefined || name === '_csrf') continue;
      taken.add(name);
      const nth = used.get(name) ?? 0;
      used.set(name, nth + 1);
      setValue($, input, many(fields, name), nth);
    }
    for (const button of form.find('button[name]').toArray()) taken.add($(button).attr('name') ?? '');
  }
  const left = Object.keys(fields)
    .filter((name) => !taken.has(name) && name !== 'commandId')
    .flatMap((name) => many(fields, name))
    .filter((value) => value.trim() !== '');
  const hasFile = (form?.find('input[type=file]').length ?? 0) > 0;
  return { html: $.html(), left, hasForm: form !== undefined, hasFile };
}

function setValue($: CheerioAPI, input: Cheerio<never> | Form, values: string[], nth: number): void {
  const element = input as Form;
  if (element.is('textarea')) {
    // The first line break of a textarea is not part of its text.
    element.text(`\n${values[nth] ?? ''}`);
    return;
  }
  if (element.is('select')) {
    for (const option of element.find('option').toArray()) {
      const chosen = values.includes($(option).attr('value') ?? $(option).text());
      if (chosen) $(option).attr('selected', 'selected');
      else $(option).removeAttr('selected');
    }
    return;
  }
  const type = (element.attr('type') ?? 'text').toLowerCase();
  if (type === 'file' || type === 'submit' || type === 'button') return;
  if (type === 'checkbox' || type === 'radio') {
    if (values.includes(element.attr('value') ?? 'on')) element.attr('checked', 'checked');
    else element.removeAttr('checked');
    return;
  }
  const value = values[nth];
  if (value !== undefined) element.attr('value', value);
}

/** How well a form fits what was sent: the names it knows, and above all the hidden values that tell forms apart. */
function likeness($: CheerioAPI, form: Form, fields: Fields): number {
  const inputs = form
    .find('input, textarea, select')
    .toArray()
    .map((element) => $(element))
    .filter((input) => input.attr('name') !== '_csrf' && input.attr('name') !== 'commandId');
  const known = inputs.filter((input) => many(fields, input.attr('name') ?? '').length > 0).length;
  const strange = inputs.filter(
    (input) =>
      input.attr('type') === 'hidden' &&
      !many(fields, input.attr('name') ?? '').includes(input.attr('value') ?? ''),
  ).length;
  return known - 100 * strange;
}

/** By hand: an address as it was sent need not be one that `URL` can read. */
const pathOf = (address: string): string => (address.split(/[?#]/)[0] ?? '').replace(/(.)\/$/, '$1');
