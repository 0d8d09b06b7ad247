import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { sendForm } from '../../../../../src/api/pages/form/send-form.js';
import { submissionSchema } from '../../../../../src/domain/requests/submission.schema.js';
import { findOrCreatePerson } from '../../../../../src/usecases/people/find-or-create-person.js';
import { submitUnconfirmed } from '../../../../../src/usecases/requests/submit-unconfirmed.js';
import { submission } from '../../../../support/desk.js';
import { app, fillIn, held, visitor } from './site.js';

describe('sending', () => {
  test('keeps the form sealed until the address is proved, and mails a link', async () => {
    const someone = visitor();
    await fillIn(someone);
    const sent = await someone.post('/request/check', { acknowledgesScope: 'yes', formToken: 'x' });
    expect(sent.location).toBe('/request/start');
    await someone.go('/request/check');
    const token = someone.hidden('formToken');
    expect(
      await someone.post('/request/check', { acknowledgesScope: 'yes', formToken: token }),
    ).toMatchObject({
      status: 303,
      location: '/request/sent',
    });
    const [row] = await app.services.db.unconfirmedSubmission.findMany();
    expect(row?.email).toBe('pat@legal-aid.example');
    expect(Buffer.from(row?.sealed ?? []).includes('canary-7f3a')).toBe(false);
    expect(await app.services.db.taRequest.count()).toBe(0);
    expect(
      await app.services.db.message.count({
        where: { kind: 'confirm-address', to: { has: 'pat@legal-aid.example' } },
      }),
    ).toBe(1);
  });

  test('twice at once, and once more later, is one sending', async () => {
    const someone = visitor();
    await fillIn(someone);
    await someone.go('/request/check');
    const form = {
      _csrf: someone.hidden('_csrf'),
      acknowledgesScope: 'yes',
      formToken: someone.hidden('formToken'),
    };
    const answers = await Promise.all([
      someone.go('/request/check', form),
      someone.go('/request/check', form),
    ]);
    expect(answers.map(({ location }) => location)).toEqual(['/request/sent', '/request/sent']);
    expect((await someone.go('/request/check', form)).location).toBe('/request/sent');
    expect(await held()).toBe(1);
    // The answers themselves are gone from the draft.
    expect((await someone.go('/request/facts')).location).toBe('/request/sent');
  });

  test('the same form through two web processes is held once', async () => {
    const form = submissionSchema.parse(submission());
    const formId = randomUUID();
    await Promise.all([1, 2].map(() => submitUnconfirmed(app.services, form, formId)));
    await submitUnconfirmed(app.services, form, formId);
    expect(await held()).toBe(1);
    expect(await app.services.db.outbox.count({ where: { workflowId: { contains: formId } } })).toBe(1);
    expect(await app.services.db.message.count({ where: { aboutId: formId } })).toBe(1);
  });

  test('the same form of somebody signed in, through two web processes, is one request', async () => {
    const form = submissionSchema.parse(submission());
    const { db } = app.services;
    const { email, name } = form.requester;
    const { id } = await db.$transaction((tx) => findOrCreatePerson(tx, form.requester, new Date()));
    const actor = { kind: 'person' as const, id, name, email };
    const formId = randomUUID();
    const sender = { actor, caller: { ref: `person:${id}`, times: 1 } };
    const sent = await Promise.all([1, 2].map(() => sendForm(app.deps, sender, form, formId)));
    expect(sent).toEqual([1, 2].map(() => ({ ok: true, value: `/my/requests/${formId}/sent` })));
    expect(await db.taRequest.count()).toBe(1);
  });

  test('without the scope confirmed shows the page again', async () => {
    const someone = visitor();
    await fillIn(someone);
    await someone.go('/request/check');
    const answer = await someone.post('/request/check', { formToken: someone.hidden('formToken') });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Error: Check your answers');
    expect(answer.text).toContain('href="#acknowledgesScope"');
    expect(await held()).toBe(0);
  });

  test('without this site’s own token is refused', async () => {
    const someone = visitor();
    await fillIn(someone, 2);
    expect((await someone.go('/request/kind', { kind: 'case-consultation' })).status).toBe(403);
  });
});
