/** Parts of a request that may be passed on, each by itself: what is not named stays here. */
export const RELEASE_PARTS = ['contact', 'question', 'documents', 'answer', 'letters'] as const;
export type ReleasePart = (typeof RELEASE_PARTS)[number];

/** To whom outside the program something may go. */
export const RECIPIENT_KINDS = ['mentor', 'referral', 'partner', 'call', 'counsel', 'other'] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** How consent was given: signed in, on paper that staff have seen, or by an act that says as much (agreeing to be introduced). */
export const SIGNED_HOW = ['page', 'paper', 'act'] as const;
export type SignedHow = (typeof SIGNED_HOW)[number];

/** Whether a release allows all of this to go to somebody of that kind. */
export function covers(
  release: { recipientKind: string; parts: readonly string[] },
  wanted: { recipientKind: RecipientKind; parts: readonly ReleasePart[] },
): boolean {
  return (
    release.recipientKind === wanted.recipientKind &&
    wanted.parts.every((part) => release.parts.includes(part))
  );
}
