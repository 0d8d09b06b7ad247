/** Says nothing about a person. */
export function absenceWorkflowId(absenceId: string): string {
  return `absence/${absenceId}`;
}
