import { z } from 'zod';

const at = z.iso.datetime();

/** A conflict wall of a request, without its reasons: they stand with the notes. */
export const wallViewSchema = z.strictObject({
  id: z.uuid(),
  staff: z.strictObject({ id: z.uuid(), name: z.string().max(200), email: z.string().max(254) }),
  setAt: at,
  /** Null: it stands. */
  brokenAt: at.nullable(),
});
export type WallView = z.infer<typeof wallViewSchema>;
export const wallsViewSchema = z.strictObject({ items: z.array(wallViewSchema).max(500) });
