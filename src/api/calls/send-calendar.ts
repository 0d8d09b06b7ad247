import type { Response } from 'express';

export function sendCalendar(res: Response, name: string, file: string): void {
  res.type('text/calendar; charset=utf-8');
  res.set('Content-Disposition', `inline; filename="${name.replace(/[^a-z0-9-]/g, '')}.ics"`);
  // Made from nothing but public facts; calendars ask often.
  res.set('Cache-Control', 'public, max-age=300').send(file);
}
