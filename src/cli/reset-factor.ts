import { resetFactorHere } from '../usecases/factors/reset-factor.js';
import { withServices } from './connect.js';
import { tell, tellProblem } from './say.js';

/** `ta-desk user reset-factor`: a lost second factor, of a requester, or of staff where no two admins could reset it. */
export async function resetFactor(email: string): Promise<number> {
  return withServices(async ({ services }) => {
    const done = await resetFactorHere(services, email.trim().toLowerCase());
    if (!done.ok) {
      tellProblem(done.problem);
      return 1;
    }
    tell(
      `The second factor of ${email} is reset, and they are signed out. They sign in by the mailed link; staff set up a new one then.`,
    );
    return 0;
  });
}
