import { expect, test } from '@jest/globals';
import type { Files } from '../../../src/ports/files.js';
import { fileClock } from '../../support/file-clock.js';

/** What every store of documents does. */
export function casesOfFiles(store: () => Files): void {
  const key = () => crypto.randomUUID();
  const listed = async () => {
    const now = fileClock();
    const keys: string[] = [];
    for await (const file of store().list()) {
      expect(Math.abs(now - file.writtenAt.getTime())).toBeLessThan(3_600_000);
      keys.push(file.key);
    }
    return keys;
  };

  test.each([0, 1, 300_000, 10 * 1024 * 1024])('%i bytes come back as they were', async (size) => {
    const bytes = Buffer.alloc(size, 'sealed');
    const one = key();
    await store().put(one, bytes);
    expect(Buffer.from(await store().get(one)).equals(bytes)).toBe(true);
  });

  test('what is removed is gone, twice too, and is listed no more', async () => {
    const [one, other] = [key(), key()];
    await store().put(one, Buffer.from('one'));
    await store().put(other, Buffer.from('other'));
    expect(await listed()).toEqual(expect.arrayContaining([one, other]));
    await store().remove(one);
    await store().remove(one);
    await expect(store().get(one)).rejects.toMatchObject({ fault: 'missing' });
    expect(await listed()).not.toContain(one);
    expect(await listed()).toContain(other);
  });

  test.each(['../../etc/passwd', '', 'A', `${crypto.randomUUID()}/../x`])(
    '%j is no key, and leads nowhere',
    async (bad) => {
      await expect(store().get(bad)).rejects.toMatchObject({ fault: 'missing' });
      await expect(store().put(bad, Buffer.from('x'))).rejects.toMatchObject({ fault: 'missing' });
      await expect(store().remove(bad)).rejects.toMatchObject({ fault: 'missing' });
    },
  );
}
