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
