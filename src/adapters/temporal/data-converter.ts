import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { KeyRing } from '../crypto/key-ring.js';
import { createEncryptionCodec } from './codec/encryption-codec.js';
// For the compiler only, so that it emits the file the path below names.
import type {} from './codec/failure-converter.cjs';

/**
 * The one data converter of the system. Client, worker, replay and workflow bundle must all use it:
 * `new Client({ dataConverter })`, `Worker.create({ dataConverter })`, and for a prebuilt bundle
 * `bundleWorkflowCode({ failureConverterPath: dataConverter.failureConverterPath })`.
 */
export function createDataConverter({
  keyRing,
  namespace = 'default',
}: {
  keyRing: KeyRing;
  namespace?: string;
}): DataConverter & { failureConverterPath: string } {
  return { failureConverterPath, payloadCodecs: [createEncryptionCodec({ keyRing, namespace })] };
}

// Next to this file: `.cts` in src (tests), `.cjs` in dist.
const extension = import.meta.url.endsWith('.ts') ? 'cts' : 'cjs';
const failureConverterPath = fileURLToPath(
  new URL(`./codec/failure-converter.${extension}`, import.meta.url),
);
