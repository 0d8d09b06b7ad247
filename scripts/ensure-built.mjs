import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dependenciesAreCurrent, ensureDependencies } from './dependencies.mjs';
import { at, filesIn, hashOf, isStamped, Refusal, runQuietly, say, stamp, versionOf } from './lib.mjs';
import { withBuildLock } from './lock.mjs';

/**
 * Brings node_modules, the Prisma client, dist/, the stylesheet and the workflow bundle up to date.
 * Each step is skipped when nothing it reads has changed; all of them together then cost a fraction of a second.
 */
export async function ensureBuilt() {
  checkNode();
  if (dependenciesAreCurrent() && steps.every(isDone)) return;
  await withBuildLock(async () => {
    await ensureDependencies();
    for (const step of steps) {
      if (isDone(step)) continue;
      const hash = step.hash();
      say(`${step.title} …`);
      try {
        await step.run();
      } catch (error) {
        throw new Refusal(`${step.title} failed:\n${error.message}`);
      }
      stamp(step.name, hash);
    }
  });
}

const isDone = (step) =>
  !step.applies() || (existsSync(at(step.result)) && isStamped(step.name, step.hash()));

const sources = () => filesIn(['src'], ['.ts', '.cts']);

const steps = [
  {
    name: 'prisma',
    title: 'Generating the database client',
    result: 'src/adapters/database/generated/client.ts',
    applies: () => true,
    hash: () => hashOf(['prisma/schema.prisma'], versionOf('prisma')),
    run: () =>
      runQuietly({
        command: process.execPath,
        args: [at('node_modules/prisma/build/index.js'), 'generate'],
        // Generating needs no schema engine; naming any file keeps Prisma from downloading one.
        env: {
          PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
          CHECKPOINT_DISABLE: '1',
        },
        waiting: 'Generating the database client',
      }),
  },
  {
    name: 'compile',
    title: 'Compiling',
    result: 'dist',
    applies: () => true,
    hash: () => hashOf([...sources(), 'tsconfig.json', 'tsconfig.build.json'], versionOf('typescript')),
    run: async () => {
      await runQuietly({
        command: process.execPath,
        args: [
          at('node_modules/typescript/bin/tsc'),
          '-p',
          'tsconfig.build.json',
          '--noEmitOnError',
          '--pretty',
          'false',
        ],
        waiting: 'Compiling',
      });
      removeOutputsWithoutSource();
    },
  },
  {
    name: 'styles',
    title: 'Building the stylesheet',
    result: 'dist/public/app.css',
    applies: () => existsSync(at('src/api/views/assets/app.scss')),
    hash: () => {
      const versions = ['sass', 'govuk-frontend', '@ministryofjustice/frontend'].map(versionOf);
      return hashOf(filesIn(['src/api/views'], ['.scss']), versions);
    },
    run: () => {
      mkdirSync(at('dist/public'), { recursive: true });
      return runQuietly({
        command: process.execPath,
        args: [at('scripts/styles.mjs')],
        waiting: 'Building the stylesheet',
      });
    },
  },
  {
    name: 'bundle',
    title: 'Bundling the workflows',
    result: 'dist/workflow-bundle.js',
    applies: () => existsSync(at('src/workflows/index.ts')),
    // What is compiled, not its source: a comment or an activity's body changes no workflow.
    hash: () =>
      hashOf(
        filesIn(['dist/workflows', 'dist/domain', 'dist/adapters/temporal/codec'], ['.js', '.cjs']),
        versionOf('@temporalio/worker'),
      ),
    run: () =>
      runQuietly({
        command: process.execPath,
        args: [at('scripts/bundle.mjs')],
        waiting: 'Bundling the workflows',
      }),
  },
];

/** A deleted source must not live on in dist/. */
function removeOutputsWithoutSource() {
  const kept = new Set(sources().map((file) => file.replace(/^src/, 'dist').replace(/\.(c?)ts$/, '.$1js')));
  for (const file of filesIn(['dist'], ['.js', '.cjs'])) {
    if (kept.has(file) || file.startsWith('dist/public') || file === 'dist/workflow-bundle.js') continue;
    rmSync(at(file));
    rmSync(at(`${file}.map`), { force: true });
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Refusal(
      `Node.js 20.19 or newer is needed; this is ${process.versions.node}. See https://nodejs.org.`,
    );
  }
}
