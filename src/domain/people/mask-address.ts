/** `p•••@legal-aid.example`: who knows the address recognizes it, who doesn't can't read it off. */
export function maskAddress(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '•••' : `${email.slice(0, 1)}•••${email.slice(at)}`;
}
