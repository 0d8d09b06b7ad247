/** One builder per workflow id. Neither says anything about a person. */
export function callWorkflowId(callId: string): string {
  return `call/${callId}`;
}

export function zoomMeetingWorkflowId(callId: string): string {
  return `zoom-meeting/${callId}`;
}

export function zoomAttendanceWorkflowId(callId: string): string {
  return `zoom-attendance/${callId}`;
}

export function callSeriesWorkflowId(seriesId: string): string {
  return `call-series/${seriesId}`;
}

/** Tells the nation what somebody chose; each choice has a process of its own. */
export function contactPushWorkflowId(subscriptionId: string, seq: number): string {
  return `contact-push/${subscriptionId}/${seq}`;
}

/** An ended one is never started again: the next has the next number. */
export function contactPollWorkflowId(episode: number): string {
  return `contact-poll/${episode}`;
}

/** One for each word of the nation that somebody changed. */
export function contactReadWorkflowId(contactId: string, word: string): string {
  return `contact-read/${contactId}/${word}`;
}
