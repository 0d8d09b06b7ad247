/** Names an event's ids stand for; whoever shows events looks them up once. */
export interface EventNames {
  staff(id: string): string;
  course(id: string): string;
  /** Title of a resource of the program. */
  resource(id: string): string;
  kind(id: string): string;
  document(id: string): string;
  /** Reference of another request, e.g. TA-2026-0012. */
  reference(id: string): string;
  /** `court date` or `filing date`, as far as it is known. */
  courtDate: string;
  /** A date in words. */
  day(date: string): string;
  /** An instant in words. */
  when(at: string): string;
}
