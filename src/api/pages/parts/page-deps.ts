import type { Request } from 'express';
import type { BusinessCalendar } from '../../../domain/time/calendar.js';
import type { Instant } from '../../../domain/time/instant.js';
import { currentCalendar } from '../../../usecases/calendar/current-calendar.js';
import type { AppDeps } from '../../app-deps.js';

export function nowOf({ services }: Pick<AppDeps, 'services'>): Instant {
  return services.clock.now().toISOString();
}

export function calendarOfToday({ services }: Pick<AppDeps, 'services'>): Promise<BusinessCalendar> {
  return currentCalendar(services);
}

/** A path parameter as text; Express allows lists where patterns repeat. */
export function param(req: Request, name: string): string {
  const value = req.params[name];
  return typeof value === 'string' ? value : '';
}
