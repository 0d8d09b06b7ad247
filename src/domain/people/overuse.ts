import type { OveruseRules } from '../program/signals.schema.js';

/** What the desk has counted of one person's requests. */
export interface UseFacts {
  /** Received in the days the program names. */
  recent: number;
  /** Of these, the ones that came by a form which asks whether resources were looked at. */
  asked: number;
  /** Of these, the ones whose sender had looked at none. */
  unreviewed: number;
  /** At any time: directed to materials, to a workshop, or lapsed because a course was never passed. */
  advised: number;
  /** A course was passed after the first of these. */
  learnedSince: boolean;
}

export type OveruseSignal =
  | { kind: 'many-requests'; count: number; days: number }
  | { kind: 'nothing-reviewed'; count: number; of: number; days: number }
  | { kind: 'advice-not-followed'; count: number };

/** What staff are shown, with the numbers; whether it means anything is for a person to say. */
export function overuseSignals(facts: UseFacts, rules: OveruseRules): OveruseSignal[] {
  const { days } = rules;
  return [
    ...(facts.recent >= rules.requests
      ? [{ kind: 'many-requests' as const, count: facts.recent, days }]
      : []),
    ...(facts.unreviewed >= rules.withoutResources
      ? [{ kind: 'nothing-reviewed' as const, count: facts.unreviewed, of: facts.asked, days }]
      : []),
    ...(facts.advised >= rules.adviceNotFollowed && !facts.learnedSince
      ? [{ kind: 'advice-not-followed' as const, count: facts.advised }]
      : []),
  ];
}
