import { patched } from '@temporalio/workflow';

/**
 * Every change of what a workflow does while histories of before run on, by the id those histories hold. An id never
 * changes its meaning, and goes only when no history of before is left.
 */
const PATCHES = {
  /**
   * 2026-11-28: with news and a deadline at once, the news come first, as they may be what the deadline
   * waited for. Before: the deadline was carried out all the same.
   */
  newsBeforeDeadlines: 'news-before-deadlines',
  /**
   * 2026-11-28: facts that recording told while more was on its way are kept until that is recorded. Before: they
   * were lost.
   */
  keepsWhatRecordingTold: 'keeps-what-recording-told',
  /**
   * 2026-11-28: what a nation can't be told, or doesn't tell, at the moment is tried again by the retry policy. Before: by
   * a loop of activities and timers.
   */
  retriesByPolicy: 'retries-by-policy',
  /**
   * 2026-11-29: an answered request that has no end by itself yet gets one when it hears that nothing, or an asked
   * reopening, holds it. Before: whoever knew of no such end left that news alone, and reconcile tells it once more.
   */
  hearsOfItsEnd: 'hears-of-its-end',
  /** 2026-11-29: a worksheet attached to another document makes it an analysis. Before: such news was left alone. */
  hearsOfWorksheets: 'hears-of-worksheets',
  /**
   * 2026-11-29: invitations into the pool of mentors are tended by an activity of their own, after the digests. Before: by
   * that of the digests.
   */
  tendsInvitationsApart: 'tends-invitations-apart',
  /** 2026-11-29: who answers for an API key is told, in the morning, that it ends soon. Before: nobody was. */
  tellsOfEndingKeys: 'tells-of-ending-keys',
} as const;

/** Whether this run is to do as is done since the change. Asked where the two ways part, and nowhere before. */
export function isSince(change: keyof typeof PATCHES): boolean {
  return patched(PATCHES[change]);
}
