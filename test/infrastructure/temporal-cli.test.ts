import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { provisionTemporalCli } from '../../src/laptop/servers/temporal-cli.js';
import { provisionTimeSkippingServer } from '../../src/laptop/servers/time-skipping-provision.js';

const answersVersion = '#!/bin/sh\necho "temporal version 1.5.1 (Server 1.29.1)"\n';
const broken = '#!/bin/sh\nexit 3\n';
/** Puts a working `temporal` where go would; slow enough that a half-built one would be seen. */
const goStub = `#!/bin/sh\nprintf '%s ' "$@" > "$STUB_LOG"\nprintf '#!/bin/sh\\necho "temporal version 1.5.1"\\n' > "$GOBIN/temporal"\nchmod +x "$GOBIN/temporal"\n`;
const goFails = '#!/bin/sh\necho "go: no such module" >&2\nexit 1\n';
const mavenStub = '#!/bin/sh\nmkdir lib && touch lib/temporal-test-server-1.32.1.jar lib/other.jar\n';

describe('where the Temporal servers come from', () => {
  let home: string;
  let said: string[];
  let env: Record<string, string>;
  const log = (line: string) => said.push(line);
  const cached = () => join(home, 'cache', 'ta-desk', 'temporal-cli-1.5.1', 'temporal');
  const onPath = (name: string) => join(home, 'bin', name);

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'provision-'));
    said = [];
    // A proxy that refuses at once stands for the network without a way to temporal.download.
    env = {
      PATH: join(home, 'bin'),
      HOME: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      STUB_LOG: join(home, 'log'),
      HTTPS_PROXY: 'http://127.0.0.1:9',
    };
    await mkdir(join(home, 'bin'));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  async function program(file: string, text: string): Promise<string> {
    await mkdir(dirname(file), { recursive: true });
    // The stubs' shell tools are not on the stub PATH.
    await writeFile(file, text.replace('#!/bin/sh\n', '#!/bin/sh\nPATH=/usr/bin:/bin\n'));
    await chmod(file, 0o755);
    return file;
  }

  test('TEMPORAL_CLI_PATH comes before PATH, PATH before the cache', async () => {
    await program(cached(), answersVersion);
    expect(await provisionTemporalCli({ env, log })).toEqual({ path: cached(), source: 'cache' });
    await program(onPath('temporal'), answersVersion);
    expect(await provisionTemporalCli({ env, log })).toEqual({ path: onPath('temporal'), source: 'PATH' });
    const own = await program(join(home, 'own', 'temporal'), answersVersion);
    expect(await provisionTemporalCli({ env: { ...env, TEMPORAL_CLI_PATH: own }, log })).toMatchObject({
      path: own,
    });
    expect(said).toEqual([]);
  });

  test('a wrong TEMPORAL_CLI_PATH is told, not passed over', async () => {
    await program(cached(), answersVersion);
    const wrong = provisionTemporalCli({ env: { ...env, TEMPORAL_CLI_PATH: join(home, 'nothing') }, log });
    await expect(wrong).rejects.toThrow(/TEMPORAL_CLI_PATH is .*nothing.*\n.*unset it/);
  });

  test('a program on PATH or in the cache that does not run is passed over; then the download, then Go', async () => {
    await program(onPath('temporal'), broken);
    await program(cached(), broken);
    await program(onPath('go'), goStub);
    expect(await provisionTemporalCli({ env, log })).toEqual({ path: cached(), source: 'go' });
    expect(said[0]).toMatch(/trying its download/);
    expect(said[1]).toMatch(/download not possible/);
    expect(said[2]).toMatch(/building it with Go; about three minutes, once/);
    expect(await readFile(join(home, 'log'), 'utf8')).toBe(
      'install -ldflags -s -w github.com/temporalio/cli/cmd/temporal@v1.5.1 ',
    );
    said = [];
    expect(await provisionTemporalCli({ env, log })).toMatchObject({ source: 'cache' });
    expect(said).toEqual([]);
  });

  test.each([
    ['without Go', null, /There is no go command on PATH/],
    ['when the build fails', goFails, /The build with Go failed:\n.*no such module/],
  ])('%s the five ways are listed', async (_, go, reason) => {
    if (go) await program(onPath('go'), go);
    const error = await provisionTemporalCli({ env, log }).catch((caught: Error) => caught);
    expect(error).toMatchObject({ name: 'SetupError', message: expect.stringMatching(reason) });
    for (const way of [
      'TEMPORAL_ADDRESS',
      'TEMPORAL_CLI_PATH',
      cached(),
      'temporal.download',
      'Install Go',
    ]) {
      expect((error as Error).message).toContain(way);
    }
  });

  test('a network that swallows everything costs ten seconds, not for ever', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const proxy = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const failing = provisionTemporalCli({ env: { ...env, HTTPS_PROXY: proxy }, log });
    await expect(failing).rejects.toThrow(/the download failed \(no answer within ten seconds\)/);
    silent.close();
  });

  test('the time-skipping server: cache, download, Maven with Java', async () => {
    await program(onPath('java'), broken);
    await program(onPath('mvn'), mavenStub);
    const made = await provisionTimeSkippingServer({ env, log });
    expect(made).toMatchObject({ command: onPath('java'), source: 'maven' });
    expect(made.args.join(' ')).toContain(
      `-cp ${join(home, 'cache/ta-desk/temporal-test-server-1.32.1/lib/*')}`,
    );
    expect(await provisionTimeSkippingServer({ env, log })).toMatchObject({ source: 'cache' });
    const program2 = await program(
      join(home, 'cache/ta-desk/temporal-test-server-1.32.1/temporal-test-server'),
      answersVersion,
    );
    expect(await provisionTimeSkippingServer({ env, log })).toEqual({
      command: program2,
      args: [],
      source: 'cache',
    });
  });

  test.each([
    ['without Java', ['mvn'], /no java command/],
    ['without Maven', ['java'], /no mvn command/],
  ])('the time-skipping server %s: says what helps', async (_, there, reason) => {
    for (const name of there) await program(onPath(name), broken);
    const failing = provisionTimeSkippingServer({ env, log });
    await expect(failing).rejects.toThrow(reason);
    await expect(failing).rejects.toThrow(/Install Java 11/);
  });
});
