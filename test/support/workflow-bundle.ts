import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../src/project-root.js';
import { oncePerRun, runDir } from './once-per-run.js';

/** Path of the workflows' source, bundled once for all workers of the run: webpack takes some seconds. */
export function workflowBundle(): Promise<string> {
  return oncePerRun('workflow-bundle', async () => {
    const target = join(runDir(), 'workflows.js');
    const script = join(projectRoot, 'test/support/bundle-workflows.mjs');
    await promisify(execFile)(process.execPath, [script, target], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    return target;
  });
}
