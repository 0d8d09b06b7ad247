import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { withKey } from '../../src/usecases/data-keys.js';
import { renderMessage } from '../../src/usecases/mail/render-message.js';
import { startDesk } from '../support/desk.js';

/** program.yaml's `mail.fullTextInMail`: off, an answer is in no mail; on, it is in the one that tells of it. */
test.each([
  ['off', false],
  ['on', true],
])('with full text in mail switched %s, the answer is in the mail: %s', async (_name, switched) => {
  const dir = await mkdtemp(join(tmpdir(), 'program-'));
  const text = await readFile('program/program.yaml', 'utf8');
  await writeFile(
    join(dir, 'program.yaml'),
    text.replace('fullTextInMail: false', `fullTextInMail: ${switched}`),
  );
  const desk = await startDesk({ startAt: '2055-03-01T10:00:00-08:00', env: { PROGRAM_DIR: dir } });
  try {
    const { id } = await desk.submit();
    await desk.decide(id, { kind: 'draft-response', body: 'First line.\nSecond <line>.' }, 'attorney');
    await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
    await desk.decide(id, { kind: 'send-response' }, 'reviewer');
    const { services } = desk.wired;
    const row = await services.db.message.findFirstOrThrow({
      where: { kind: 'response-ready', aboutId: id },
      include: withKey,
    });
    const mail = await renderMessage(services, row);
    expect(mail.text.includes('Second <line>.')).toBe(switched);
    expect(mail.html.includes('Second &lt;line&gt;.')).toBe(switched);
    expect(mail.subject).not.toContain('line');
  } finally {
    await desk.close();
    await rm(dir, { recursive: true });
  }
});
