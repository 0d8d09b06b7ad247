// node bundle-workflows.mjs TARGET: the workflows' source as a worker would bundle it.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const source = (path) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
const { code } = await bundleWorkflowCode({
  workflowsPath: source('workflows/index.ts'),
  failureConverterPath: source('adapters/temporal/codec/failure-converter.cts'),
  logger: new DefaultLogger('ERROR'),
});
writeFileSync(process.argv[2], code);
