import { z } from 'zod';
import { says } from '../../domain/refusals/says.js';
import { shownCount } from '../../domain/text/shown.schema.js';

export const highVolumeSchema = z.strictObject({ on: z.boolean(says('true-or-false')) });
export const highVolumeViewSchema = z.object({
  /** Staff's switch. */
  on: z.boolean(),
  openRequests: shownCount,
  /** From so many open requests on, volume is high without the switch. */
  threshold: shownCount,
  /** Whether the priority groups come first now. */
  highVolume: z.boolean(),
});
export type HighVolumeView = z.infer<typeof highVolumeViewSchema>;
export type HighVolume = z.infer<typeof highVolumeSchema>;
