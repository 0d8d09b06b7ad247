/** How the people approved for a series compare with what the meeting's license takes at once. */
export interface Capacity {
  approved: number;
  /** Null: nobody said. */
  capacity: number | null;
  /** More are approved than get in at once. Nobody is turned away for it: not all come to every call. */
  above: boolean;
}

/** What the meeting's service told last goes before what the program says. */
export function capacityOf({
  approved,
  told,
  programmed,
}: {
  approved: number;
  told: number | null | undefined;
  programmed: number | undefined;
}): Capacity {
  const capacity = told ?? programmed ?? null;
  return { approved, capacity, above: capacity !== null && approved > capacity };
}
