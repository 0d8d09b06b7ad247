import { resetFactorHere } from '../usecases/factors/reset-factor.js';
import { withServices } from './connect.js';
import { tell, tellProblem } from './say.js';

/** `ta-desk user reset-factor`: a second factor that is lost, where there are no two admins who could reset it. */
export async function resetFactor(email: string): Promise<number> {
  return withServices(async ({ services }) => {
    const done = await resetFactorHere(services, email.trim().toLowerCase());
    if (!done.ok) {
      tellProblem(done.problem);
      return 1;
    }
    tell(
      `The second factor of ${email} is reset, and they are signed out. The next sign-in sets up a new one.`,
    );
    return 0;
  });
}
