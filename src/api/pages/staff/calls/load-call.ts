import type { Request } from 'express';
import { type StaffCall, staffCall } from '../../../../usecases/calls/staff-call.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { param } from '../../parts/page-deps.js';

export type { StaffCall };

/** The call a staff page is about. @throws ProblemError `not-found`, `forbidden` */
export async function loadCall(services: AppServices, req: Request): Promise<StaffCall> {
  return unwrap(await staffCall(services, req.actor, param(req, 'id')));
}
