/** Words of the page that says which call is open to whom. */
export const whichCallText = {
  title: 'Would you rather talk?',
  lead: 'We don’t consult by phone, but some roles can join a call. Tell us what you do, and we will tell you which call is open to you. Your answer is not kept.',
  role: 'What is your role?',
  error: 'Choose your role.',
  show: 'Show my call',
  yours: 'The call for you',
  isOpen: (role: string) => `As ${article(role)} you can join:`,
  nothing: 'There is no call for your role. Written assistance is open to you.',
  write: 'Ask in writing',
  refer: 'To refer a client, call our response line at any hour:',
};

function article(role: string): string {
  const label = /^[A-Z]{2,}/.test(role) ? role : role.charAt(0).toLowerCase() + role.slice(1);
  return `${/^[aeiou]/i.test(label) ? 'an' : 'a'} ${label}`;
}
