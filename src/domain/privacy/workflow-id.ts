export function privacyWorkflowId(id: string): string {
  return `privacy-request/${id}`;
}
