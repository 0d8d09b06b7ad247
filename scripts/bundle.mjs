// Bundles the workflows once, so that a worker starts without webpack. Run by ensure-built.mjs.
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { bundleWorkflowCode } from '@temporalio/worker';
import { at } from './lib.mjs';

const converter = at('dist/adapters/temporal/codec/failure-converter.cjs');
const interceptors = at('dist/workflows/interceptors.js');

const { code } = await bundleWorkflowCode({
  workflowsPath: at('dist/workflows/index.js'),
  failureConverterPath: existsSync(converter) ? converter : undefined,
  workflowInterceptorModules: existsSync(interceptors) ? [interceptors] : undefined,
});
const target = at('dist/workflow-bundle.js');
writeFileSync(`${target}.new`, code);
renameSync(`${target}.new`, target);
