import { describe, expect, test } from '@jest/globals';
import { goodQuestion, stranger } from '../support/calls.js';
import { goodSubmission } from '../support/submission.js';
import { ANALYSIS, app, ask, call, DURING, GENERAL, NON_LEGAL } from './site.js';

describe('one per person and one per organization', () => {
  test('the same person again, by any letter case, on this call alone', async () => {
    const asker = stranger();
    expect((await ask(GENERAL, { asker })).status).toBe(201);
    const again = { ...asker, email: asker.email.toUpperCase() };
    expect((await ask(GENERAL, { asker: again, question: 'Another one?' })).body.code).toBe(
      'one-question-per-person',
    );
    expect((await ask(GENERAL, { asker })).body.code).toBe('one-question-per-person');
    expect((await ask(NON_LEGAL, { asker, question: 'For another call?' })).status).toBe(201);
  });

  test.each([
    ['a colleague with the same domain', 'a@firm-one.example', 'Firm', 'b@firm-one.example', 'Firm', false],
    [
      'who names it otherwise',
      'a@firm-two.example',
      'Firm Two',
      'b@firm-two.example',
      'The Second Firm',
      false,
    ],
    ['who names none', 'a@firm-three.example', 'Firm Three', 'b@firm-three.example', undefined, false],
    [
      'who is the first to name it',
      'a@firm-four.example',
      undefined,
      'b@firm-four.example',
      'Firm Four',
      false,
    ],
    [
      'at a branch of the domain',
      'a@firm-five.example',
      'Firm Five',
      'b@west.firm-five.example',
      'Firm Five West',
      false,
    ],
    ['two clinics of one university', 'a@law.edu', 'Immigration Clinic', 'b@law.edu', 'Tax Clinic', true],
    [
      'one clinic of a university twice',
      'a@uni.edu',
      'Immigration Clinic',
      'b@uni.edu',
      'immigration  clinic',
      false,
    ],
    ['one clinic each of two universities', 'a@one.edu', 'Legal Clinic', 'b@two.edu', 'Legal Clinic', true],
    ['personal addresses, one office', 'a.x@gmail.com', 'Solo & Co.', 'b.x@yahoo.com', 'Solo and Co', false],
    ['personal addresses, two offices', 'a.y@gmail.com', 'Office Y', 'b.y@gmail.com', 'Office Z', true],
    ['personal addresses, no office named', 'a.z@gmail.com', undefined, 'b.z@gmail.com', undefined, true],
    ['“-” and “-”', 'a@dash-one.example', '-', 'b@dash-two.example', '-', true],
    ['“N/A” and “n/a”', 'a@na-one.example', 'N/A', 'b@na-two.example', 'n/a', true],
    ['two who work alone', 'a.s@gmail.com', 'Solo practitioner', 'b.s@gmail.com', 'solo practitioner', true],
    [
      'self-employed, and self employed',
      'a.e@gmail.com',
      'self-employed',
      'b.e@gmail.com',
      'Self employed',
      true,
    ],
    [
      'one name in two places',
      'a@cc-east.example',
      'Catholic Charities',
      'b@cc-west.example',
      'Catholic Charities',
      true,
    ],
    [
      'a name of their own, two domains',
      'a@hope-one.example',
      'Hope Rising',
      'b@hope-two.example',
      'Hope Rising',
      false,
    ],
    ['a name that many have, no place', 'a.c@gmail.com', 'Legal Aid', 'b.c@gmail.com', 'Legal Aid', true],
  ])('%s', async (_name, first, firstOrg, second, secondOrg, both) => {
    const one = await ask(GENERAL, {
      asker: { name: 'A', email: first, role: 'attorney', organization: firstOrg },
    });
    expect(one.status).toBe(201);
    const two = await ask(GENERAL, {
      asker: { name: 'B', email: second, role: 'attorney', organization: secondOrg },
      question: 'Something else?',
    });
    expect(two.body.code ?? 'taken').toBe(both ? 'taken' : 'one-question-per-organization');
  });

  test('withdrawn, it leaves the place to a colleague', async () => {
    const asker = stranger();
    const { body } = await ask(GENERAL, { asker });
    const colleague = { ...asker, email: asker.email.replace('ada', 'ben') };
    expect((await ask(GENERAL, { asker: colleague })).body.code).toBe('one-question-per-organization');
    expect((await call('DELETE', `/calls/${GENERAL}/questions/${body.id}`)).body.status).toBe('withdrawn');
    expect((await ask(GENERAL, { asker: colleague })).status).toBe(201);
    expect((await ask(GENERAL, { asker })).body.code).toBe('one-question-per-organization');
  });

  test('ten at once are one', async () => {
    const asker = stranger();
    app.setNow(DURING[GENERAL] ?? '');
    const body = (n: number) =>
      goodQuestion({ asker: { ...asker, email: asker.email.replace('ada', `p${n % 5}`) } });
    const answers = await Promise.all(
      [...Array(10).keys()].map((n) => call('POST', `/calls/${GENERAL}/questions`, body(n))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  });
});

describe('already a request', () => {
  test.each([
    ['the same words in its questions', { facts: 'Facts.', questions: 'How would you begin, please?' }],
    ['the same words as its facts', { facts: 'how would you BEGIN please', questions: 'What then?' }],
    ['the facts and the questions in one', { facts: 'How would', questions: 'you begin, please?' }],
  ])('%s', async (_name, texts) => {
    const asker = stranger();
    app.setNow(DURING[GENERAL] ?? '');
    const requester = { ...asker, licensedIn: ['CA'] };
    expect((await call('POST', '/ta-requests', goodSubmission({ requester, ...texts }))).status).toBe(201);
    const again = await ask(GENERAL, { asker, question: 'How would you begin, please?' });
    expect([again.status, again.body.code]).toEqual([409, 'already-a-request']);
    expect((await ask(GENERAL, { asker, question: 'Something new?' })).status).toBe(201);
  });

  test('of several refusals the first of the list is said: course, request, person, organization', async () => {
    const asker = stranger();
    const question = 'What is told first?';
    app.setNow(DURING[GENERAL] ?? '');
    expect((await ask(GENERAL, { asker })).status).toBe(201);
    const requester = { ...asker, licensedIn: ['CA'] };
    await call('POST', '/ta-requests', goodSubmission({ requester, questions: question }));
    expect((await ask(ANALYSIS, { asker, question })).body.code).toBe('prerequisite-missing');
    expect((await ask(GENERAL, { asker, question })).body.code).toBe('already-a-request');
    expect((await ask(GENERAL, { asker, question: 'Another?' })).body.code).toBe('one-question-per-person');
    const colleague = { ...asker, email: asker.email.replace('ada', 'ben') };
    expect((await ask(GENERAL, { asker: colleague, question })).body.code).toBe(
      'one-question-per-organization',
    );
  });

  test('somebody else’s request, or a closed one, is no hindrance', async () => {
    const asker = stranger();
    app.setNow(DURING[GENERAL] ?? '');
    const questions = 'A question of its own?';
    const requester = { ...asker, licensedIn: ['CA'] };
    const { body } = await call('POST', '/ta-requests', goodSubmission({ requester, questions }));
    expect((await ask(GENERAL, { question: questions })).status).toBe(201);
    await app.services.db.taRequest.update({ where: { id: body.id }, data: { status: 'closed' } });
    expect((await ask(GENERAL, { asker, question: questions })).status).toBe(201);
  });
});
