/** Says nothing about a request. */
export function releaseWorkflowId(releaseId: string): string {
  return `release/${releaseId}`;
}
