import { withoutUnseen } from '../text/clean.js';
import type { Registration } from './registration.schema.js';

/** What a registration is judged by. `activelyPracticing` null: nobody asked, which stands in nobody's way. */
export type RegistrationFacts = Pick<Registration, 'email' | 'role' | 'licensedIn'> & {
  employer?: string | null;
  activelyPracticing?: boolean | null;
  /** A role the program doesn't have, in the registrant's words; `role` then is `OTHER_ROLE`. */
  roleGiven?: string | null;
};

/** Stands in for a role the program doesn't have. */
export const OTHER_ROLE = 'other-professional';

export const REGISTRATION_FACTS = ['role', 'email', 'licensure', 'employer', 'active-practice'] as const;
export type RegistrationFact = (typeof REGISTRATION_FACTS)[number];

/** Which of them differ; letter case, spaces and the order of states aside. An attestation left out says nothing. */
export function changedFacts(before: RegistrationFacts, after: RegistrationFacts): RegistrationFact[] {
  const same: Record<RegistrationFact, boolean> = {
    role: before.role === after.role && plain(before.roleGiven) === plain(after.roleGiven),
    email: plain(before.email) === plain(after.email),
    licensure: states(before) === states(after),
    employer: plain(before.employer) === plain(after.employer),
    'active-practice':
      (after.activelyPracticing ?? null) === null ||
      (before.activelyPracticing ?? null) === after.activelyPracticing,
  };
  return REGISTRATION_FACTS.filter((fact) => !same[fact]);
}

const states = ({ licensedIn }: RegistrationFacts) => [...licensedIn].sort().join(' ');
const plain = (text: string | null | undefined) =>
  withoutUnseen(text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
