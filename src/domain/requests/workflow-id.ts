/** One builder per workflow id. Ids never carry anything about a person or a case. */
export function requestWorkflowId(requestId: string, episode: number): string {
  return `ta-request/${requestId}/${episode}`;
}

/** Audit of what was written beside the process, under an id of its own: the workflow numbers its events itself. */
export function correspondenceId(requestId: string, episode: number): string {
  return `${requestWorkflowId(requestId, episode)}/correspondence`;
}

export function mailWorkflowId(messageId: string): string {
  return `mail/${messageId}`;
}

/** Writes the daily digests; an ended one is never started again: the next has the next number. */
export function staffDigestWorkflowId(episode: number): string {
  return `staff-digest/${episode}`;
}

/** Erases each day what its time is up for; an ended one is never started again: the next has the next number. */
export function dailyErasureWorkflowId(episode: number): string {
  return `daily-erasure/${episode}`;
}

export function unconfirmedSubmissionWorkflowId(id: string): string {
  return `submission-expiry/${id}`;
}
