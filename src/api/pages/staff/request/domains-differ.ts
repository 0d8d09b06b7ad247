/** Does the supervisor write from another mail domain than the requester? Worth a look, never a refusal. */
export function domainsDiffer(requester: string, supervisor: string | null): boolean {
  return supervisor !== null && domainOf(requester) !== domainOf(supervisor);
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();
