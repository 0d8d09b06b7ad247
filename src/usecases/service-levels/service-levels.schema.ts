import { z } from 'zod';
import { shownCount } from '../../domain/text/shown.schema.js';

const figures = z.object({
  answered: shownCount.nullable(),
  medianBusinessDays: z.number().min(0).max(100_000).nullable(),
  shareWithinPromise: z.number().min(0).max(1).nullable(),
});

/** Public figures: null stands for fewer than five cases. */
export const serviceLevelsSchema = z.object({
  asOf: z.iso.datetime(),
  periodDays: shownCount,
  promiseBusinessDays: shownCount,
  ...figures.shape,
  urgent: figures,
  backlog: z.object({ open: shownCount, waitingOnRequesters: shownCount, overdue: shownCount }),
});
export type ServiceLevelsView = z.infer<typeof serviceLevelsSchema>;
