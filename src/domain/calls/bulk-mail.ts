/** Mail to everybody who listens to a call. */
export type BulkKind = 'call-reminder' | 'call-cancelled' | 'call-rescheduled' | 'call-recap';

/** What a batch is about; rows of the mail log carry its id. */
export interface BulkMail {
  kind: BulkKind;
  /** Makes two reminders of a moved call two effects: the date it is for. */
  occasion: string;
  wasAt?: string;
  pollLink?: string;
}
