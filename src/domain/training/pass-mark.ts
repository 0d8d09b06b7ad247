/**
 * Whether score and result say the same of a self-assessment. Without a score, or a mark to hold it against, nothing
 * contradicts what the sender says.
 */
export function contradicts(
  { passed, score }: { passed: boolean; score?: number | null | undefined },
  passMark: number | null,
): boolean {
  if (score === null || score === undefined || passMark === null) return false;
  return passed !== score >= passMark;
}
