/** `p•••@legal-aid.example`: who knows the address recognizes it, who doesn't can't read it off. */
export function maskAddress(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = email;
  return `${at > 0 ? first : ''}•••${email.slice(at)}`;
}
