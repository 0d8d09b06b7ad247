import type { Request } from 'express';
import type { Services } from '../../../../ports/services.js';
import { type StaffCall, staffCall } from '../../../../usecases/calls/staff-call.js';
import { unwrap } from '../../../http/problem.js';
import { param } from '../../parts/page-deps.js';

export type { StaffCall };

/** The call a staff page is about. @throws ProblemError `not-found`, `forbidden` */
export async function loadCall(services: Services, req: Request): Promise<StaffCall> {
  return unwrap(await staffCall(services, req.actor, param(req, 'id')));
}
