import { callSeriesOf } from '../../domain/program/lookup.js';
import type { MailData } from '../../emails/mail-data.js';
import type { RecordServices } from '../../ports/services.js';

/** What every mail about calls says of the program; with a series also which calls they are. */
export function programFacts(services: Pick<RecordServices, 'programs'>, seriesId?: string): MailData {
  const { program } = services.programs.current();
  return {
    organizationName: program.organization.shortName,
    contactEmail: program.organization.email,
    zone: program.zone,
    ...(seriesId ? { callTitle: callSeriesOf(program, seriesId)?.title } : {}),
  };
}
