import { createRehearsalClock } from '../adapters/clock/rehearsal-clock.js';
import { type Config, ConfigError, loadConfig, loadSettings, processEnvironment } from '../config.js';
import { environmentOf } from '../laptop/servers/run-file.js';
import { createServices, type Wired } from '../wire.js';

/** The command can't be carried out as things are: one message, exit code 2. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** Environment of this command: what the running system of DATA_DIR left, under what the shell sets. */
export function commandEnvironment(): Record<string, string | undefined> {
  const own = processEnvironment();
  return environmentOf(loadSettings(own).dataDir, own);
}

/**
 * Opens the running system's database and Temporal for one command, and closes them after it. In rehearsal business
 * time is the simulated clock's. @throws CannotRun when nothing runs there or it can't be reached.
 */
export async function withServices<T>(work: (wired: Wired, config: Config) => Promise<T>): Promise<T> {
  const config = commandConfig();
  const clock = config.mode === 'rehearsal' ? await simulatedClock(config) : undefined;
  const wired = await createServices(
    { ...config, logLevel: 'fatal' },
    { clock, name: 'desk', whence: 'command' },
  ).catch(unreachable);
  try {
    return await work(wired, config);
  } finally {
    await wired.close();
  }
}

/** The whole configuration of the system of DATA_DIR. @throws CannotRun when nothing runs there. */
export function commandConfig(): Config {
  try {
    return loadConfig(commandEnvironment());
  } catch (error) {
    if (error instanceof ConfigError) {
      throw new CannotRun(`${error.message}\nIs it running, and is DATA_DIR the same as there?`);
    }
    throw error;
  }
}

async function simulatedClock(config: Config) {
  try {
    const answer = await fetch(`http://127.0.0.1:${config.port}/api/v1/rehearsal`);
    const { now } = (await answer.json()) as { now: string };
    return createRehearsalClock(Date.parse(now));
  } catch {
    throw new CannotRun(
      'The rehearsal does not answer, so its time is not known. Is `npm run rehearse` running?',
    );
  }
}

function unreachable(error: unknown): never {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  if (name === 'ProgramError') throw new CannotRun(message);
  throw new CannotRun(
    `The database can’t be reached${code ? ` (${code})` : ''}. Start the desk with \`npm start\`, or check DATABASE_URL.`,
  );
}
