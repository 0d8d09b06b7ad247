import type { Request, Response } from 'express';
import type { AppDeps } from '../app-deps.js';

/** Ends this browser's session. */
export async function signOut(deps: Pick<AppDeps, 'auth'>, req: Request, res: Response): Promise<void> {
  res.append('Set-Cookie', await deps.auth.end(req.get('cookie')));
}
