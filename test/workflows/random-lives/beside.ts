import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../src/domain/people/actor.js';
import { assignSeveral } from '../../../src/usecases/requests/assign-several.js';
import { submission, type TestDesk } from '../../support/desk.js';
import { API, type Life, newWord, type Of, surely, taken, tell } from './life.js';

// What happens beside the processes: documents, supervisors, records of people that become one, many assigned at once.

const requestOf = (life: Life, which: number) => life.requests[which % life.requests.length] ?? '';

export async function document(desk: TestDesk, life: Life, step: Of<'documents'>): Promise<void> {
  const { what, who, which, cut } = step;
  const headers = life.headers[who];
  if (what === 'removes') {
    const known = life.documents[which % Math.max(1, life.documents.length)];
    if (!known) return;
    const path = `${API}/${known.requestId}/documents/${known.id}`;
    const answer = await surely(desk, cut, (keys) =>
      desk.api('DELETE', path, { as: null, headers: { ...headers, ...keys } }),
    );
    tell(life, `${who} removes ${known.name}`, answer);
    if (answer.status === 204 && who === 'stranger') throw new Error('a stranger removed a document');
    if (answer.status === 204) life.documents = life.documents.filter((one) => one !== known);
    return;
  }
  const requestId = requestOf(life, which);
  const name = `${newWord()}.txt`;
  const answer = await surely(desk, cut, (keys) => {
    const form = new FormData();
    form.append('file', new File(['What was denied.'], name, { type: 'text/plain' }));
    form.append('documentKind', 'other-document');
    return desk.api('POST', `${API}/${requestId}/documents`, {
      as: null,
      body: form,
      headers: { ...headers, ...keys },
    });
  });
  tell(life, `${who} adds ${name}${cut ? ', cut' : ''}`, answer);
  if (answer.status !== 201) return;
  if (who === 'stranger') throw new Error('a stranger added a document');
  life.documents.push({ name, id: answer.body.id, requestId });
}

export async function nameSupervisor(desk: TestDesk, life: Life, step: Of<'names'>): Promise<void> {
  const { who, another, which, cut } = step;
  const email = another ? life.emails.supervisor.replace('supervises', 'another') : life.emails.supervisor;
  const body = { name: 'Kim Poe', email, role: 'attorney' };
  const answer = await surely(desk, cut, (keys) =>
    desk.api('PUT', `${API}/${requestOf(life, which)}/supervisor`, {
      as: null,
      body,
      headers: { ...life.headers[who], ...keys },
    }),
  );
  tell(life, `${who} names ${another ? 'another' : 'the first'} supervisor`, answer);
  if (answer.status === 200 && who !== 'requester') throw new Error(`a ${who} named a supervisor`);
}

export async function becomeOne(desk: TestDesk, life: Life, { into, cut }: Of<'becomes one'>): Promise<void> {
  const word = newWord();
  const email = `${newWord()}@${life.emails.requester.split('@')[1]}`;
  const sent = await desk.api('POST', API, { body: submission({ facts: `Facts with ${word}.` }, { email }) });
  taken(sent, 201);
  const before = await desk.api('GET', `${API}/${sent.body.id}`, {
    as: null,
    headers: life.headers.requester,
  });
  if (before.status < 400) throw new Error('what isn’t theirs yet is read');
  const { body: first } = await desk.api('GET', `${API}/${life.requests[0]}`);
  const [stays, goes] = [first.requester.id, sent.body.requester.id];
  const [from, to] = into === 'first' ? [goes, stays] : [stays, goes];
  const answer = await surely(desk, cut, (headers) =>
    desk.api('POST', `/api/v1/people/${from}/merge`, { as: 'coordinator', body: { into: to }, headers }),
  );
  tell(life, `becomes one, into the ${into}${cut ? ', cut' : ''}`, answer);
  if (answer.status !== 200) return;
  life.requests.push(sent.body.id);
  life.typed.push({ word, requestId: sent.body.id, readers: 'case' });
}

export async function addAddress(desk: TestDesk, life: Life): Promise<void> {
  const { body: first } = await desk.api('GET', `${API}/${life.requests[0]}`);
  const email = `${randomUUID().slice(0, 8)}@${life.emails.requester.split('@')[1]}`;
  const answer = await desk.api('POST', `/api/v1/people/${first.requester.id}/addresses`, {
    body: { email },
  });
  tell(life, `has the address ${email}, too`, answer);
}

export async function assignAll(
  desk: TestDesk,
  life: Life,
  { as, twice }: Of<'assigns several'>,
): Promise<void> {
  const { services } = desk.wired;
  const { id, name, email } = await services.db.staff.findUniqueOrThrow({
    where: { email: `${as}@desk.example` },
  });
  const actor: Actor = { kind: 'user', id, name, email, role: as };
  const chosen = { requests: [...life.requests, randomUUID()], to: 'attorney@desk.example' };
  const commandId = randomUUID();
  const all = await Promise.all(
    [1, ...(twice ? [2] : [])].map(() => assignSeveral(services, actor, chosen, commandId)),
  );
  for (const done of all) {
    if (!done.ok) throw new Error(`assigning several: ${done.problem.code}`);
    if (done.value.length !== new Set(life.requests).size)
      throw new Error('assigned others than were chosen');
    life.told.push(`${as} assigns ${done.value.map(({ outcome, problem }) => problem?.reason ?? outcome)}`);
  }
}
