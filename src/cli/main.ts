import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { STAFF_ROLES } from '../domain/people/actor.js';
import { CannotRun } from './connect.js';
import { tell } from './say.js';

/** `npm run desk -- …`. Exit codes: 0 done, 1 refused or something wrong, 2 can't be carried out or misused. */
const desk = new Command('desk')
  .description('TA Desk’s commands. They work while the desk runs, on the DATA_DIR it runs with.')
  .exitOverride()
  .configureHelp({ sortSubcommands: true })
  .showHelpAfterError('(add --help for what it takes)');

/** Commands load what they need only when they are called: `--help` stays quick. */
function run(work: (...args: never[]) => Promise<number>) {
  return async (...args: unknown[]) => {
    process.exitCode = await work(...(args as never[]));
  };
}

const role = () => new Option('--role <role>', 'what they may do').choices(STAFF_ROLES).makeOptionMandatory();

function batchSize(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= 10_000) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1 to 10000.');
}

const user = desk.command('user').description('people on staff');
user
  .command('add')
  .description('add a member of staff, who signs in by a link sent to the address')
  .requiredOption('--email <email>', 'address they sign in with')
  .requiredOption('--name <name>', 'name colleagues see')
  .addOption(role())
  .action(run(async (options: never) => (await import('./user-add.js')).userAdd(options)));

user
  .command('deactivate <email>')
  .description('keep a member of staff from signing in: they are signed out, their API keys end')
  .option('--to <email>', 'who gets what is open of theirs; “spread”: each to whoever has least')
  .option('--by <email>', 'the admin in whose name it is handed over; with --to')
  .option('--leave-work', 'leave what is open as it is; coordinators hand it over')
  .action(
    run(async (email: string, options: never) =>
      (await import('./user-deactivate.js')).userDeactivate(email, options),
    ),
  );

user
  .command('reset-factor <email>')
  .description(
    'reset a lost second factor, where no two other admins are there to do it; they are signed out',
  )
  .action(run(async (email: string) => (await import('./reset-factor.js')).resetFactor(email)));

const key = desk.command('key').description('keys for the API');
key
  .command('create')
  .description('make an API key; it is printed alone on standard output, once')
  .addOption(role())
  .option('--name <name>', 'what it is for')
  .option('--read-only', 'answers GET only')
  .option('--owner <email>', 'who of the staff answers for it; the first admin')
  .option('--days <number>', 'how long it works, at most 730 days; 365')
  .action(run(async (options: never) => (await import('./key-create.js')).keyCreate(options)));
key
  .command('list')
  .description('say what is known of each key: its owner, until when it works, when it was last used')
  .action(run(async () => (await import('./key-keeping.js')).keyList()));
key
  .command('rotate <key>')
  .description('give a key, by what it begins with, another secret; it is printed alone, once')
  .option('--overlap <hours>', 'how long the secret of before still works, at most 168 hours; 24')
  .option('--days <number>', 'how long the new one works, at most 730 days; 365')
  .action(
    run(async (which: string, options: never) =>
      (await import('./key-keeping.js')).keyRotate(which, options),
    ),
  );
key
  .command('revoke <key>')
  .description('end a key, by what it begins with, at once')
  .action(run(async (which: string) => (await import('./key-keeping.js')).keyRevoke(which)));

const imports = desk.command('import').description('bring in what older systems have');
imports
  .command('completions <file>')
  .description('courses passed or failed, from a CSV; running it again adds nothing')
  .option('--source <name>', 'where they come from', 'csv')
  .action(
    run(async (file: string, options: { source: string }) =>
      (await import('./import-completions.js')).importCompletions(file, options),
    ),
  );

imports
  .command('requests <file>')
  .description('open requests of an older form with their receipt dates, from a CSV; all of them or none')
  .action(run(async (file: string) => (await import('./import-requests.js')).importRequests(file)));

const histories = desk.command('histories').description('what Temporal keeps of each workflow');
histories
  .command('export')
  .description('write the history of every workflow to a file, payloads encrypted as they are kept')
  .option('--out <folder>', 'where to', 'histories')
  .action(
    run(async (options: { out: string }) => (await import('./histories-export.js')).historiesExport(options)),
  );

const keys = desk.command('keys').description('the keys of ENCRYPTION_KEYS and what hangs on them');
keys
  .command('rotate')
  .description(
    'wrap every data key anew under the first key, while the desk runs; killed, it goes on when called again',
  )
  .addOption(
    new Option('--batch <number>', 'data keys in one statement, up to 10000')
      .default(500)
      .argParser(batchSize),
  )
  .action(run(async (options: { batch: number }) => (await import('./keys.js')).rotate(options)));
keys
  .command('wrap <id>')
  .description(
    'print an entry of ENCRYPTION_KEYS that only the key store (KMS_URL) can open: of a key there, or a new one',
  )
  .action(run(async (id: string) => (await import('./kms.js')).wrapKey(id)));
keys
  .command('rewrap')
  .description('print ENCRYPTION_KEYS wrapped anew under the newest version of the key store’s key')
  .action(run(async () => (await import('./kms.js')).rewrapKeys()));
keys
  .command('status')
  .description('say what hangs on each key, and which may go')
  .action(run(async () => (await import('./keys.js')).status()));

desk
  .command('codec <workflow-id>')
  .description('let Temporal’s own tools read one workflow, such as ta-request/<id>/1, while this runs')
  .action(run(async (workflowId: string) => (await import('./codec.js')).codec(workflowId)));

desk
  .command('connect')
  .description('let the desk into an outside service')
  .command('nationbuilder')
  .description('print the address that lets the desk in; then keep what its code is changed into')
  .option('--code <code>', 'what stands behind ?code= in the address you came back to')
  .action(
    run(async (options: { code?: string }) =>
      (await import('./connect-nationbuilder.js')).connectNation(options),
    ),
  );

const program = desk.command('program').description('the program file');
program
  .command('check <file>')
  .description('say what is wrong with a program file, line by line')
  .action(run(async (file: string) => (await import('./program-check.js')).programCheck(file)));

desk
  .command('files')
  .description('documents outside the database')
  .command('move')
  .description(
    'move documents that lie in the database into the store, while the desk runs; killed, it goes on',
  )
  .action(run(async () => (await import('./files-move.js')).filesMove()));

desk
  .command('backup <folder>')
  .description('write database and Temporal’s store to an empty folder while the desk runs; without any keys')
  .option(
    '--keys <folder>',
    'where the data keys go, in place of those of before; data-keys beside the folder',
  )
  .action(
    run(async (folder: string, options: { keys?: string }) =>
      (await import('./backup.js')).backup(folder, options),
    ),
  );

desk
  .command('restore <folder>')
  .description(
    'put a backup into an empty DATA_DIR (or the empty database of DATABASE_URL); refuses over data',
  )
  .option('--keys <folder>', 'where the data keys are; data-keys beside the folder')
  .option('--erasures <file>', 'list of what was erased since (erasures.json of the data folder of then)')
  .action(
    run(async (folder: string, options: { keys?: string; erasures?: string }) =>
      (await import('./restore.js')).restore(folder, options),
    ),
  );

desk
  .command('doctor')
  .description('what is configured, reachable, missing')
  .action(run(async () => (await import('./doctor.js')).doctor()));

const audit = desk.command('audit').description('the records of readings and of security events');
audit
  .command('verify')
  .description('check that nothing in them was changed, taken away or cut off')
  .option('--head <place:hash...>', 'an end of the chain that was kept elsewhere and must still be in it')
  .action(
    run(async (options: { head?: string[] }) => (await import('./audit-verify.js')).auditVerify(options)),
  );

desk
  .command('bounce')
  .description('take in a report that a mail of ours came back or was called spam, from standard input')
  .action(run(async () => (await import('./bounce.js')).bounce()));

desk
  .command('subscribers <list>')
  .description('who wants word of a workshop, as CSV, each with a way out of the list')
  .action(run(async (list: string) => (await import('./subscribers.js')).subscribers(list)));

desk
  .command('reconcile')
  .description('find and mend rows and workflows that disagree')
  .action(run(async () => (await import('./reconcile.js')).reconcile()));

desk
  .command('mend <id>')
  .description(
    'take up again a request (id or reference), call, series, conduct review, introduction or time away that could not go on',
  )
  .action(run(async (id: string) => (await import('./mend.js')).mend(id)));

desk
  .command('purge')
  .description('erase what its retention is up for')
  .option('--due', 'really do it')
  .action(run(async (options: { due?: boolean }) => (await import('./purge.js')).purge(options)));

desk
  .command('erase')
  .description(
    'erase everything of one request or one person; without --yes it only says what would go and what stays',
  )
  .option('--request <id>', 'a request, by its id or reference, with those merged into it')
  .option('--person <email>', 'whoever has this address, with all their addresses and requests')
  .option('--yes', 'really do it; it can’t be undone')
  .addHelpText(
    'after',
    '\nWhat a legal hold keeps is refused, and so is whom others still wait for: the answer says why.\nExit codes: 0 said or erased, 1 refused, 2 misused.',
  )
  .action(
    run(async (options: { request?: string; person?: string; yes?: boolean }) =>
      (await import('./erase.js')).erase(options),
    ),
  );

desk
  .command('scrub')
  .description(
    'after an erasure that must leave nothing: write PostgreSQL’s files anew and end its log of before; tables are locked meanwhile',
  )
  .action(run(async () => (await import('./scrub.js')).scrub()));

/** Before help is given: else the help of the whole would answer for a command that is not there. */
function refuseUnknown(words: readonly string[]): void {
  let command: Command = desk;
  for (const word of words) {
    if (word.startsWith('-') || command.commands.length === 0) return;
    const next = command.commands.find((one) => one.name() === word || one.aliases().includes(word));
    if (!next && word === 'help') return;
    if (!next)
      command.error(`error: unknown command '${word}'`, { exitCode: 2, code: 'commander.unknownCommand' });
    command = next as Command;
  }
}

try {
  refuseUnknown(process.argv.slice(2));
  await desk.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    // A message may quote what somebody typed; our own are safe.
    tell(error instanceof CannotRun ? error.message : `It failed: ${(error as Error).name}.`);
    process.exitCode = 2;
  }
}
