import { z } from 'zod';

/** A row of the list of erasures as it is kept beside the database, for a backup that is put back. Of nobody. */
export const erasureToRepeatSchema = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: z.enum(['request', 'person']),
  actor: z.string().max(60),
  digests: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(20_000),
  counts: z.record(z.string().max(60), z.int().min(0)),
});

export type ErasureToRepeat = z.infer<typeof erasureToRepeatSchema>;
export const erasureListSchema = z.array(erasureToRepeatSchema);
