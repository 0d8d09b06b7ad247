/** Scans a document for viruses; an ended one is never started again: another try has the next number. */
export function documentScanWorkflowId(documentId: string, round: number): string {
  return `document-scan/${documentId}/${round}`;
}
