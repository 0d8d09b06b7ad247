/** Says nothing about a person. */
export function introductionWorkflowId(introductionId: string): string {
  return `mentor-introduction/${introductionId}`;
}
