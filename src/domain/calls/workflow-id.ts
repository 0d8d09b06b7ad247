/** One builder per workflow id. Neither says anything about a person. */
export function callWorkflowId(callId: string): string {
  return `call/${callId}`;
}

export function callSeriesWorkflowId(seriesId: string): string {
  return `call-series/${seriesId}`;
}
