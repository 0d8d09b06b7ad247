/** One builder per workflow id. Ids never carry anything about a person or a case. */
export function requestWorkflowId(requestId: string, episode: number): string {
  return `ta-request/${requestId}/${episode}`;
}

export function mailWorkflowId(messageId: string): string {
  return `mail/${messageId}`;
}

export function submissionExpiryWorkflowId(id: string): string {
  return `submission-expiry/${id}`;
}
