import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './run-tool.js';
import { downloadBySdk } from './sdk-download.js';
import { SetupError } from './setup-error.js';
import { type Env, findOnPath, isExecutable, type Progress, toolCacheDir } from './tool-cache.js';

export const testServerVersion = '1.32.1';

/** A command line to which only the port must be added. */
export interface TimeSkippingCommand {
  command: string;
  args: string[];
  source: 'cache' | 'download' | 'maven';
}

/**
 * Finds or fetches Temporal's time-skipping server: our cache, the SDK's download, Maven and Java.
 * Throws SetupError listing the ways when none works.
 */
export async function provisionTimeSkippingServer(input: {
  env: Env;
  log: Progress;
}): Promise<TimeSkippingCommand> {
  const { env, log } = input;
  const folder = join(toolCacheDir(env), `temporal-test-server-${testServerVersion}`);
  const program = join(folder, 'temporal-test-server');
  const jars = join(folder, 'lib');
  const java = findOnPath('java', env);
  if (isExecutable(program)) return { command: program, args: [], source: 'cache' };
  if (java && (await hasServerJar(jars))) return { ...javaCommand(java, jars), source: 'cache' };

  log('Time-skipping server: not installed; trying its download …');
  const download = await downloadBySdk({ kind: 'time-skipping', target: program, env, log });
  if (download.ok) return { command: program, args: [], source: 'download' };
  log(`Time-skipping server: download not possible (${download.reason}).`);

  const maven = findOnPath('mvn', env);
  if (!java)
    throw new SetupError(
      ways(`There is no java command on PATH, and the download failed (${download.reason}).`, folder),
    );
  if (!maven)
    throw new SetupError(
      ways(
        `There is no mvn command on PATH to fetch it, and the download failed (${download.reason}).`,
        folder,
      ),
    );
  log('Time-skipping server: fetching it with Maven; about ten seconds, once …');
  await mkdir(folder, { recursive: true });
  const temp = await mkdtemp(join(folder, 'maven-'));
  try {
    await writeFile(join(temp, 'pom.xml'), pom);
    const { ok, output } = await runTool({
      command: maven,
      args: ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib', '-DincludeScope=runtime'],
      cwd: temp,
      env,
      waiting: 'Time-skipping server: fetching with Maven',
      log,
    });
    if (!ok || !(await hasServerJar(join(temp, 'lib')))) {
      throw new SetupError(
        ways(`Maven could not fetch it:\n${output.split('\n').slice(0, 8).join('\n')}`, folder),
      );
    }
    await rm(jars, { recursive: true, force: true });
    await rename(join(temp, 'lib'), jars);
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
  return { ...javaCommand(java, jars), source: 'maven' };
}

/** Small heap and one compiler tier: it starts in half the time, and a rehearsal is small. */
function javaCommand(java: string, jars: string) {
  const flags = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Duser.timezone=UTC'];
  return { command: java, args: [...flags, '-cp', join(jars, '*'), 'io.temporal.testserver.TestServer'] };
}

async function hasServerJar(dir: string): Promise<boolean> {
  return existsSync(dir) && (await readdir(dir)).includes(`temporal-test-server-${testServerVersion}.jar`);
}

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>ta-desk</groupId><artifactId>time-skipping-server</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${testServerVersion}</version>
  </dependency></dependencies>
</project>
`;

function ways(reason: string, folder: string): string {
  return [
    `No time-skipping Temporal server, which rehearsal and the tests need. ${reason}`,
    'Any one of these helps:',
    `  1. Copy the server to ${folder} (the program temporal-test-server, or its jars in lib/).`,
    '  2. Allow this machine to reach https://temporal.download and start again.',
    '  3. Install Java 11 or newer and Maven (for instance: apt-get install default-jre-headless maven) and start again.',
    '`npm start` does not need it.',
  ].join('\n');
}
