import { join } from 'node:path';
import { z } from 'zod';
import type { Heads } from '../../ports/heads.js';
import { readJson, writePrivateJson } from '../host/private-file.js';

const headSchema = z.object({
  place: z.string().regex(/^\d{1,19}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string().max(40),
});

/** The head of the chain in a file of DATA_DIR, which is not where the database is. */
export function createHeadFile(dataDir: string): Heads {
  const file = join(dataDir, 'record-head.json');
  return {
    keep: async (head) => writePrivateJson(file, head),
    last: async () => {
      const read = headSchema.safeParse(readJson(file));
      return read.success ? read.data : null;
    },
  };
}
