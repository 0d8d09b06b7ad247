/** The one date that binds: of an answered request that of its follow-up question. Null: nothing runs. */
export function bindingDate<D>({
  status,
  targetAt,
  dueAt,
  followUpDueAt,
}: {
  status: string;
  targetAt: D | null;
  dueAt: D | null;
  followUpDueAt: D | null;
}): D | null {
  return status === 'responded' ? followUpDueAt : (targetAt ?? dueAt);
}
