import { createHeadFile } from '../adapters/records/head-file.js';
import type { Break, Head } from '../domain/security/chain.js';
import { verifyRecords } from '../usecases/security/verify-records.js';
import { CannotRun, withServices } from './connect.js';
import { print, tell } from './say.js';

const WRONG: Record<Break['what'], string> = {
  changed: 'The row is not what it was when it got its place.',
  missing: 'The row is gone, and its time was not up.',
  moved: 'The row says that its place is another one.',
  link: 'The link does not follow from the one before it, or not from the head that was kept.',
  gap: 'The link is gone.',
  cut: 'The end of the chain is gone: a head that was kept elsewhere is not in it.',
  unlinked: 'A row says that it has this place, and the chain ends before it.',
};

/** `desk audit verify`: whether the records of readings and of security events are what they were. Exit code 1: no. */
export async function auditVerify({ head }: { head?: string[] }): Promise<number> {
  const given = (head ?? []).map(headOf);
  return withServices(async ({ services }, { dataDir }) => {
    const own = await createHeadFile(dataDir).last();
    const found = await verifyRecords(services, own ? [...given, own] : given);
    print(`places: ${found.links}`);
    print(`readings: ${found.readings}`);
    print(`security events: ${found.events}`);
    print(`gone when their time was up: ${found.purged}`);
    if (!found.broken) print(`not sealed yet: ${found.unsealed}`);
    if (found.head) print(`head: ${found.head.place}:${found.head.hash}`);
    if (!own) tell('No head is kept in DATA_DIR here, so a cut end would only show by --head.');
    if (!found.broken) {
      tell('All of it holds together.');
      return 0;
    }
    const { place, what, record } = found.broken;
    print(`broken at place: ${place}`);
    print(`what: ${what}${record ? ` (${record})` : ''}`);
    tell(WRONG[what]);
    return 1;
  });
}

/** `PLACE:HASH`, as this command prints it and the worker's log says it. */
function headOf(text: string): Head {
  const [, place, hash] = /^(\d{1,19}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!place || !hash) throw new CannotRun('A head is PLACE:HASH, as this command prints it.');
  return { place, hash, at: '' };
}
