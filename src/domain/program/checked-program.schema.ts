import { findContradictions } from './contradictions.js';
import { programShape } from './program.schema.js';

/** Parses `program.yaml`'s content. Unknown settings are errors. */
export const programSchema = programShape.superRefine((program, ctx) => {
  for (const { path, message } of findContradictions(program)) {
    ctx.addIssue({ code: 'custom', path, message });
  }
});
