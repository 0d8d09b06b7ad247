/** Says nothing about a person. */
export function reviewWorkflowId(reviewId: string): string {
  return `conduct-review/${reviewId}`;
}
