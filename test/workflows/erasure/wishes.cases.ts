import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/people/actor.js';
import type { PrivacyDecision } from '../../../src/domain/privacy/privacy-decision.schema.js';
import type { PrivacyKind } from '../../../src/domain/privacy/privacy-requests.js';
import { privacyWorkflowId } from '../../../src/domain/privacy/workflow-id.js';
import type { Result } from '../../../src/domain/result.js';
import { askPrivacy, confirmPrivacy } from '../../../src/usecases/privacy/ask-privacy.js';
import { decidePrivacy } from '../../../src/usecases/privacy/decide-privacy.js';
import { fetchCopy } from '../../../src/usecases/privacy/person-copy.js';
import { listPrivacy, readPrivacy } from '../../../src/usecases/privacy/read-privacy.js';
import { tendPrivacy } from '../../../src/usecases/privacy/tend-privacy.js';
import { purgeDue } from '../../../src/usecases/purge-due.js';
import { hashToken } from '../../../src/usecases/tokens.js';
import { local } from '../../support/desk.js';
import { desk } from '../lifecycle/site.js';

/** What somebody may have of the desk: a copy, or to be forgotten; by a day that they are told. */
describe('a wish for a copy or an erasure', () => {
  const services = () => desk.wired.services;
  const DIRECTOR: Actor = {
    ...{ kind: 'user', id: randomUUID(), role: 'director' },
    ...{ name: 'Dora', email: 'director@desk.example' },
  };
  const value = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Error(result.problem.reason);
    return result.value;
  };
  const reasonOf = (result: Result<unknown>) => (result.ok ? 'done' : result.problem.reason);
  const decide = (id: string, decision: PrivacyDecision, actor: Actor = DIRECTOR) =>
    decidePrivacy(services(), actor, id, decision);
  const CARRY_OUT = { kind: 'carry-out', partly: false, words: undefined } as const;

  /** Somebody with a request of their own. */
  async function somebody(email: string, facts = 'Facts of theirs.') {
    const { id, requester } = await desk.submit({ facts }, { email, name: 'Wanda Wish' });
    const person = { kind: 'person', id: requester.id as string, name: 'Wanda Wish', email } as const;
    return { person, request: id as string };
  }

  /** Asked for, and by the mailed link confirmed. */
  async function wish(person: Extract<Actor, { kind: 'person' }>, kind: PrivacyKind): Promise<string> {
    const { id } = value(await askPrivacy(services(), person, kind, randomUUID()));
    const token = randomUUID();
    await services().db.privacyRequest.update({ where: { id }, data: { tokenHash: hashToken(token) } });
    value(await confirmPrivacy(services(), person, token));
    return id;
  }
  const days = (n: number) => desk.advance({ by: `P${n}D` });
  const mailsTo = async (email: string, since: Date) =>
    (
      await services().db.message.findMany({
        where: { to: { has: email }, kind: { startsWith: 'privacy-' }, queuedAt: { gte: since } },
        orderBy: { queuedAt: 'asc' },
      })
    ).map(({ kind, queuedAt }) => `${kind} ${local(queuedAt.toISOString())}`);

  test('counts once its link is used, by whose it is alone; whoever asks again gets another link', async () => {
    const { person } = await somebody('links@wishes.example');
    const other = (await somebody('other@wishes.example')).person;
    const asked = value(await askPrivacy(services(), person, 'copy', randomUUID()));
    expect(asked).toMatchObject({ status: 'unconfirmed', dueOn: null });
    const again = value(await askPrivacy(services(), person, 'copy', randomUUID()));
    expect(again.id).toBe(asked.id);
    const { db } = services();
    await db.privacyRequest.update({ where: { id: asked.id }, data: { tokenHash: hashToken('a-link') } });
    expect(reasonOf(await readPrivacy(services(), DIRECTOR, asked.id))).toBe('no-such-wish');
    expect(reasonOf(await confirmPrivacy(services(), other, 'a-link'))).toBe('privacy-link-over');
    expect(reasonOf(await readPrivacy(services(), other, asked.id))).toBe('no-such-wish');
    value(await confirmPrivacy(services(), person, 'a-link'));
    expect(reasonOf(await confirmPrivacy(services(), person, 'a-link'))).toBe('privacy-link-over');
    expect(reasonOf(await askPrivacy(services(), person, 'copy', randomUUID()))).toBe(
      'privacy-waits-already',
    );
    expect(value(await decide(asked.id, { kind: 'withdraw' }, person)).status).toBe('withdrawn');
    expect(reasonOf(await decide(asked.id, CARRY_OUT))).toBe('wish-is-decided');
    expect(reasonOf(await decide(asked.id, CARRY_OUT, other))).toBe('no-such-wish');
    // What nobody confirms goes with its link.
    const { id } = value(await askPrivacy(services(), other, 'erasure', randomUUID()));
    await purgeDue(services());
    expect(await db.privacyRequest.count({ where: { id } })).toBe(1);
    await db.privacyRequest.update({ where: { id }, data: { askedAt: new Date('2010-01-01T00:00:00Z') } });
    await purgeDue(services());
    expect(await db.privacyRequest.count({ where: { id } })).toBe(0);
  });

  test('is told at once, reminded of before its day and escalated past it, until somebody decides', async () => {
    const since = services().clock.now();
    const { person } = await somebody('waits@wishes.example');
    const id = await wish(person, 'copy');
    const { dueOn } = value(await readPrivacy(services(), DIRECTOR, id));
    const begun = local(since.toISOString()).slice(0, 10);
    expect((Date.parse(dueOn ?? '') - Date.parse(begun)) / 86_400_000).toBe(30);
    expect((await mailsTo(person.email, since)).map((line) => line.split(' ')[0])).toEqual([
      'privacy-confirm',
      'privacy-received',
    ]);
    await days(39);
    const told = (await mailsTo('director@desk.example', since)).map((line) => {
      const [kind, at = ''] = line.split(' ');
      const day = (Date.parse(at.slice(0, 10)) - Date.parse(begun)) / 86_400_000;
      return [kind, day, ...(day > 0 ? [at.slice(11)] : [])];
    });
    expect(told).toEqual([
      ['privacy-waits', 0],
      ['privacy-waits', 20, '09:00'],
      ['privacy-waits', 27, '09:00'],
      ['privacy-overdue', 31, '09:00'],
      ['privacy-overdue', 38, '09:00'],
    ]);
    const refused = { kind: 'refuse', reason: 'must-keep', words: 'Ask again in spring.' } as const;
    expect(value(await decide(id, refused))).toMatchObject({ status: 'refused', reason: 'must-keep' });
    const [own] = value(await listPrivacy(services(), person)).items;
    expect(own).toMatchObject({ words: 'Ask again in spring.', person: null });
    await days(20);
    expect(await services().processes.stateOf(privacyWorkflowId(id))).toBe('ended');
    expect(await mailsTo('director@desk.example', since)).toHaveLength(5);
  });

  test('for a copy, it holds what they wrote and were sent, for seven days, and nothing of staff’s own', async () => {
    const { person, request } = await somebody('copy@wishes.example', 'Facts that are hers.');
    await desk.decide(request, { kind: 'note', body: 'A note of staff.' });
    await desk.api('POST', `/api/v1/ta-requests/${request}/correspondence`, { body: { body: 'A letter.' } });
    const id = await wish(person, 'copy');
    expect(reasonOf(await fetchCopy(services(), person, id, 'json'))).toBe('copy-is-over');
    value(await decide(id, CARRY_OUT));
    const copy = value(await fetchCopy(services(), person, id, 'json'));
    const text = JSON.stringify(copy);
    for (const part of ['Facts that are hers.', 'A letter.', 'request-received', person.email])
      expect(text).toContain(part);
    expect(text).not.toContain('A note of staff.');
    const other = (await somebody('nosy@wishes.example')).person;
    expect(reasonOf(await fetchCopy(services(), other, id, 'json'))).toBe('copy-is-over');
    expect(reasonOf(await fetchCopy(services(), DIRECTOR, id, 'json'))).toBe('only-people-have-data');
    expect(
      await services().db.securityEvent.count({ where: { kind: 'copy-fetched', about: `privacy:${id}` } }),
    ).toBe(1);
    await days(8);
    expect(reasonOf(await fetchCopy(services(), person, id, 'pdf'))).toBe('copy-is-over');
  });

  test('for an erasure, it waits for what is open and held, then all goes but that there was a wish', async () => {
    const { db } = services();
    const { person, request } = await somebody('gone@wishes.example');
    const id = await wish(person, 'erasure');
    expect(reasonOf(await decide(id, CARRY_OUT))).toBe('erasure-waits-for-requests');
    await desk.api('POST', `/api/v1/ta-requests/${request}/withdrawal`, { body: {} });
    const hold = { id: randomUUID(), requestId: request, sealed: new Uint8Array(1), setBy: 'system' };
    const key = services().vault.newDataKey('legal_hold');
    await db.dataKey.create({ data: key });
    await db.legalHold.create({ data: { ...hold, dataKeyId: key.id, setAt: services().clock.now() } });
    expect(reasonOf(await decide(id, CARRY_OUT))).toBe('under-legal-hold');
    await db.legalHold.update({ where: { id: hold.id }, data: { liftedAt: services().clock.now() } });
    expect(value(await decide(id, CARRY_OUT)).status).toBe('erasing');
    await desk.advance({ by: 'PT1H' });
    expect(await db.privacyRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ status: 'done', personId: null, sealed: null },
    });
    expect(await db.person.count({ where: { id: person.id } })).toBe(0);
    expect(await db.taRequest.count({ where: { id: request } })).toBe(0);
    expect(await db.message.count({ where: { to: { has: person.email } } })).toBe(0);
    expect(await services().processes.stateOf(privacyWorkflowId(id))).toBe('ended');
    // It shows that there was one, and of nobody.
    expect(value(await readPrivacy(services(), DIRECTOR, id))).toMatchObject({
      status: 'done',
      person: null,
    });
  });

  test('a mail that does not leave holds an erasure up for a day; what is found to keep it, for staff again', async () => {
    const { db } = services();
    const { person, request } = await somebody('stuck@wishes.example');
    await desk.api('POST', `/api/v1/ta-requests/${request}/withdrawal`, { body: {} });
    const id = await wish(person, 'erasure');
    const last = { effectKey: `${privacyWorkflowId(id)}#carry-out` };
    const at = services().clock.now();
    const key = services().vault.newDataKey('message');
    await db.dataKey.create({ data: key });
    // As with a mail server that does not answer: it is on its way, and stays so.
    await db.message.create({
      data: {
        ...{
          ...last,
          id: randomUUID(),
          kind: 'privacy-last',
          to: [person.email],
          subject: '',
          status: 'queued',
        },
        ...{ messageId: `<${id}@desk.example>`, dataKeyId: key.id, queuedAt: at },
      },
    });
    const decided = { status: 'erasing', decidedAt: at, decidedBy: 'system', nextDueAt: at };
    await db.privacyRequest.update({ where: { id }, data: decided });
    const look = (minutes: number) =>
      tendPrivacy(
        { ...services(), clock: { now: () => new Date(at.getTime() + minutes * 60_000) } },
        id,
        at.toISOString(),
      );
    expect(await look(1)).toEqual({ next: new Date(at.getTime() + 11 * 60_000).toISOString() });
    expect(await db.person.count({ where: { id: person.id } })).toBe(1);
    // Somebody sets a hold meanwhile: staff look at it once more.
    const hold = { id: randomUUID(), personId: person.id, sealed: new Uint8Array(1), setBy: 'system' };
    await db.legalHold.create({ data: { ...hold, dataKeyId: key.id, setAt: at } });
    await look(25 * 60);
    expect(await db.privacyRequest.findUnique({ where: { id } })).toMatchObject({
      status: 'open',
      decidedAt: null,
    });
    await db.legalHold.delete({ where: { id: hold.id } });
    await db.privacyRequest.update({ where: { id }, data: decided });
    expect(await look(25 * 60)).toEqual({ next: null });
    expect(await db.person.count({ where: { id: person.id } })).toBe(0);
  });
});
