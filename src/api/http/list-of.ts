import { z } from 'zod';
import { shownCursor } from '../../domain/text/shown.schema.js';

/** A page of a list; no list gives more than a hundred at once. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item).max(100), nextCursor: shownCursor });
