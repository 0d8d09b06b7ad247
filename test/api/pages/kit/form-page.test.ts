import { describe, expect, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { formPage } from '../../../../src/api/pages/kit/form-page.js';
import { en } from '../../../../src/api/text/en/en.js';
import { refuse } from '../../../../src/domain/result.js';

/** What a page gave to its template. */
interface Shown {
  status: number;
  data: { about: string; form: { fields: { value?: string }[] }; errors: { summary: { text: string }[] } };
}

/** Sends the form; `loads`, one after the other, are what is known of the page's subject. */
async function send(loads: (() => string)[], afresh: true | undefined): Promise<Shown> {
  const services = { log: { info: () => undefined, warn: () => undefined, error: () => undefined } };
  const { send } = formPage(services, {
    name: 'test',
    unavailable: 'try-again-typed-kept',
    load: async () => ({ about: (loads.shift() as () => string)() }),
    form: () => ({ fields: [{ type: 'words', name: 'words', label: 'Words' }], buttons: [{ text: 'Send' }] }),
    view: ({ about }) => ({ title: 'Page', about }),
    read: ({ words }) => ({ ok: true, value: words }),
    act: async () => refuse('call-over'),
    ...(afresh && { afresh }),
    done: () => '/',
  });
  const body = { words: 'Typed with care.' };
  const req = {
    method: 'POST',
    body,
    path: '/page',
    originalUrl: '/page',
    actor: { kind: 'public' },
    texts: en,
  };
  const shown = { status: 200 } as Shown;
  const res = {
    req,
    locals: {},
    status: (status: number) => Object.assign(shown, { status }),
    render: (_template: string, data: Shown['data']) => Object.assign(shown, { data }),
  };
  await send(req as unknown as Request, res as unknown as Response, () => undefined);
  return shown;
}

const away = () => {
  throw Object.assign(new Error('can’t reach it'), { code: 'P1001' });
};

describe('after a refusal', () => {
  test.each<[string, (() => string)[], true | undefined, string]>([
    [
      'what the page is about is read again where it may have changed',
      [() => 'before', () => 'now'],
      true,
      'now',
    ],
    ['and stands as it was where it can’t be read just now', [() => 'before', away], true, 'before'],
    ['elsewhere it is read once', [() => 'before'], undefined, 'before'],
  ])('%s', async (_name, loads, afresh, about) => {
    const { status, data } = await send(loads, afresh);
    expect([status, data.about, data.errors.summary.length]).toEqual([409, about, 1]);
    expect(JSON.stringify(data.form)).toContain('Typed with care.');
  });
});
