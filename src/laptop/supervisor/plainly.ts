import { MigrationError } from '../../adapters/database/migrate.js';
import { ConfigError } from '../../config.js';
import { SetupError } from '../servers/setup-error.js';

/** Runs a command's work. What the person can mend is told in one message without a stack, and ends with code 1. */
export async function plainly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const known =
      error instanceof SetupError || error instanceof ConfigError || error instanceof MigrationError;
    process.stderr.write(`\n${known ? error.message : (error as Error).stack}\n`);
    process.exit(1);
  }
}
