import { clamavSettings } from './adapters/clamav/clamav-settings.js';
import { createClamd } from './adapters/clamav/clamd.js';
import { createFolderFiles } from './adapters/files/folder-files.js';
import { createS3Files } from './adapters/files/s3-files.js';
import { s3Settings } from './adapters/files/s3-settings.js';
import { createContactPolling } from './adapters/nationbuilder/contact-polling.js';
import { createNationBuilderContacts } from './adapters/nationbuilder/create-nationbuilder-contacts.js';
import { createNoContacts } from './adapters/nationbuilder/create-no-contacts.js';
import { nationBuilderSettings } from './adapters/nationbuilder/nationbuilder-settings.js';
import { createManualMeetings } from './adapters/zoom/create-manual-meetings.js';
import { createZoomMeetings } from './adapters/zoom/create-zoom-meetings.js';
import { zoomSettings } from './adapters/zoom/zoom-settings.js';
import type { Webhooks } from './api/webhooks/webhooks.js';
import type { Settings } from './config.js';
import type { ContactPolling, Contacts } from './ports/contacts.js';
import type { Files } from './ports/files.js';
import type { Meetings } from './ports/meetings.js';
import type { Scanner } from './ports/scanner.js';
import type { RecordServices } from './ports/services.js';
import { takeContactFact } from './usecases/webhooks/take-contact-fact.js';
import { takeZoomFact } from './usecases/webhooks/take-zoom-fact.js';

type Variables = Settings['services'];

/** Outside services as configured, each with what stands in for it. @throws ServiceSettingsError when half set. */
export function createOutside(
  variables: Variables,
  { db, vault, log }: Pick<RecordServices, 'db' | 'vault' | 'log'>,
  { simulated }: { simulated: boolean },
): { meetings: Meetings; contacts: Contacts; contactPolling?: ContactPolling; scanner?: Scanner } {
  const zoom = zoomSettings(variables.ZOOM);
  const nation = nationBuilderSettings(variables.NATIONBUILDER);
  const clamav = clamavSettings(variables.CLAMAV);
  return {
    meetings: zoom ? createZoomMeetings({ settings: zoom, log }) : createManualMeetings(),
    contacts: nation ? createNationBuilderContacts({ settings: nation, db, vault, log }) : createNoContacts(),
    ...(clamav && { scanner: createClamd(clamav) }),
    ...(nation && {
      contactPolling: createContactPolling({ everyMs: nation.pollMinutes * 60_000, simulated }),
    }),
  };
}

/** Where documents are kept: a bucket, or a folder. @throws ServiceSettingsError when the bucket is half set. */
export function createFiles({ services, filesDir }: Pick<Settings, 'services' | 'filesDir'>): Files {
  const s3 = s3Settings(services.S3);
  return s3 ? createS3Files(s3) : createFolderFiles(filesDir);
}

/** Which services may call us: those with a secret and somebody who takes in what they tell. */
export function webhooksOf({ ZOOM, NATIONBUILDER, LMS }: Variables, services: RecordServices): Webhooks {
  const connected = services.contacts?.kind === 'nationbuilder';
  const takenBy = <T>(secret: string | undefined, take: T | null) =>
    secret && take ? { secret, take } : null;
  return {
    zoom: takenBy(ZOOM.ZOOM_WEBHOOK_SECRET, takeZoomFact(services)),
    nationBuilder: takenBy(NATIONBUILDER.NATIONBUILDER_WEBHOOK_TOKEN, connected ? takeContactFact() : null),
    lms: LMS.LMS_WEBHOOK_SECRET ? { secret: LMS.LMS_WEBHOOK_SECRET } : null,
  };
}
