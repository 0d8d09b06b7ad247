import { z } from 'zod';
import { textSchema } from '../text/typed.schema.js';
import { emailSchema } from './submission.schema.js';

const reason = textSchema(2_000).describe('Read by staff who see the request.');

/** From whom of the staff a request is to be hidden, and why. */
export const wallSchema = z.strictObject({ staff: emailSchema, reason });
export type NewWall = z.output<typeof wallSchema>;

/** Why somebody may see it again. */
export const wallEndSchema = z.strictObject({ reason });
export type WallEnd = z.output<typeof wallEndSchema>;
