/** A request that is accepted; `change` is laid over it. */
export function goodSubmission(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    requester: {
      name: 'Ada Attorney',
      email: 'ada@legal-aid.example',
      role: 'attorney',
      organization: 'Legal Aid of the Valley',
      state: 'CA',
      licensedIn: ['CA'],
      ovcGrantee: false,
    },
    kind: 'case-consultation',
    topics: ['immigration'],
    clientAlias: 'R.',
    facts: 'The facts of a case.',
    questions: 'What would you try first?',
    reviewedResources: true,
    acknowledgesScope: true,
    ...change,
  };
}
