import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from './load-calendar.js';

/** The calendar as it stands now; everybody may know it. */
export function currentCalendar(services: Pick<Services, 'db' | 'programs'>): Promise<BusinessCalendar> {
  return loadCalendar(services.db, services);
}
