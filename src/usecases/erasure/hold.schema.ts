import { z } from 'zod';
import { MAX_TEXT } from '../../domain/requests/submission.schema.js';
import { textSchema } from '../../domain/text/typed.schema.js';

/** Why something has to be kept, in a director's words. */
export const holdReasonSchema = z.strictObject({ reason: textSchema(MAX_TEXT) });
