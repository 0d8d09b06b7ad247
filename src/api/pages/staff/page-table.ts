import type { RequestHandler, Router } from 'express';
import type { Permission } from '../../../domain/people/permissions.js';
import type { AppServices } from '../../app-deps.js';
import type { FormRoutes } from '../kit/form-page.js';
import { requirePermission } from './require-staff.js';

/** A page of staff: who may open it, and what shows it and takes what it sends. */
export interface StaffRow {
  who: Permission;
  /** Where fewer may send than may look. */
  sends?: Permission;
  of: (services: AppServices) => { show?: RequestHandler; send?: RequestHandler | RequestHandler[] };
}

/** Of a button elsewhere. */
export const sendOnly = ({ send }: FormRoutes) => ({ send });

/** Puts each page of a table at its address below `root`, in the table's order. */
export function addPages(
  router: Router,
  root: string,
  table: Record<string, StaffRow>,
  services: AppServices,
): void {
  for (const [address, { who, sends = who, of }] of Object.entries(table)) {
    const { show, send } = of(services);
    if (show) router.get(`${root}${address}`, requirePermission(who), show);
    if (send) router.post(`${root}${address}`, requirePermission(sends), ...[send].flat());
  }
}
