/** What an erasure counts; the names are those of the list and the preview. */
export const ERASED_KINDS = [
  'requests',
  'texts',
  'documents',
  'tasks',
  'events',
  'mails',
  'introductions',
  'callQuestions',
  'forms',
  'people',
  'addresses',
  'signIns',
  'completions',
  'registrations',
  'attendance',
  'worksheets',
  'conductReviews',
  'mentors',
  'subscriptions',
  'keptForms',
  'supervisions',
  'wishes',
  'organizations',
] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];

/** Rows by what they were; what there was none of is left out. */
export type Counts = Partial<Record<ErasedKind, number>>;

export function addCounts(...all: readonly Counts[]): Counts {
  const sum: Counts = {};
  for (const counts of all) {
    for (const [kind, count] of Object.entries(counts) as [ErasedKind, number][]) {
      if (count > 0) sum[kind] = (sum[kind] ?? 0) + count;
    }
  }
  return sum;
}
