// Runs before every test file.
import { note } from './run-dir-clean.mjs';

// jest's worker notes itself among what ends with the run: a killed jest leaves its workers behind.
const run = process.env.TA_DESK_TEST_RUN;
if (process.env.JEST_WORKER_ID && process.send) note(run, 'worker', process.pid);

// With CLOCK (see CONTRIBUTING.md) `Date` is ahead, for tests and what they load. Servers and systems they start live by
// the machine's clock, so that a test which mixes the two up fails.
const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);
if (ahead !== 0) {
  const machine = Date;
  const machineNow = machine.now;
  // What a test puts in its place counts, until it is put back.
  let now = () => machineNow() + ahead;
  globalThis.Date = new Proxy(machine, {
    apply: () => new machine(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    set(target, name, value) {
      if (name !== 'now') return Reflect.set(target, name, value);
      now = value;
      return true;
    },
  });
}
