import type { RequestHandler, Router } from 'express';
import type { Permission } from '../../../domain/people/permissions.js';
import type { AppServices } from '../../app-deps.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import type { FormRoutes } from '../kit/form-page.js';
import { requirePermission } from './require-staff.js';

/** A page of staff: who may open it, and what shows it and takes what it sends. */
export interface StaffRow {
  who: Permission;
  /** Where fewer may send than may look. */
  sends?: Permission;
  /** What it sends asks for a sign-in of the last minutes, or these of its forms; `page`: so does the page, before anything is typed. */
  fresh?: 'sends' | 'page' | ((fields: Fields) => boolean);
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
  fresh: RequestHandler,
): void {
  for (const [address, { who, sends = who, fresh: asks, of }] of Object.entries(table)) {
    const { show, send } = of(services);
    const lookers = asks === 'page' ? [fresh] : [];
    const some: RequestHandler = (req, res, next) =>
      typeof asks === 'function' && !asks(fieldsOf(req.body)) ? next() : fresh(req, res, next);
    const senders = asks ? [some] : [];
    if (show) router.get(`${root}${address}`, requirePermission(who), ...lookers, show);
    if (send) router.post(`${root}${address}`, requirePermission(sends), ...senders, ...[send].flat());
  }
}
