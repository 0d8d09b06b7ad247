import { openRelease } from '../../domain/releases/open-release.js';
import {
  RELEASE_PARTS,
  type RecipientKind,
  type ReleasePart,
  type SignedHow,
} from '../../domain/releases/release-scope.js';
import type { ReleaseField } from '../../domain/releases/release-texts.js';
import { releaseWorkflowId } from '../../domain/releases/workflow-id.js';
import type { IsoDate } from '../../domain/time/instant.js';
import type { RecordServices } from '../../ports/services.js';
import type { DataKey } from '../../ports/vault.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { asJson } from '../process-events.js';
import type { Recording } from '../recording.js';
import { releaseDates } from './release-dates.js';
import { releaseText } from './release-text.js';
import { releaseFieldsOf, writeReleaseEvent } from './write-release-event.js';

export interface ReleaseToBegin {
  id: string;
  request: { id: string; dataKey: DataKey };
  recipientKind: RecipientKind;
  parts: readonly ReleasePart[];
  until: IsoDate;
  /** `page`: it waits for the requester. */
  how: SignedHow;
  actor: string;
  onBehalfOf?: string | null;
  /** The day on a signed paper. */
  signedOn?: IsoDate | undefined;
  introductionId?: string | undefined;
  words?: Partial<Record<ReleaseField, string>>;
}

/** Writes a release as it begins, its words sealed, and starts its process: the one place that does. The calendar is held. */
export async function beginRelease(
  rec: Recording,
  services: RecordServices,
  release: ReleaseToBegin,
): Promise<void> {
  const { tx, at } = rec;
  const { id, request, recipientKind, parts, until, how, actor, onBehalfOf = null } = release;
  const { state, event } = openRelease({
    ...{ releaseId: id, recipientKind, how, actor, onBehalfOf },
    at: at.toISOString(),
    dates: releaseDates(services, await loadCalendar(tx, services), { until, at }),
  });
  const row = await tx.release.create({
    data: {
      ...releaseFieldsOf(state),
      ...{ id, requestId: request.id, recipientKind },
      parts: RELEASE_PARTS.filter((part) => parts.includes(part)),
      openedAt: at,
      openedBy: actor,
      signedOn: release.signedOn === undefined ? null : new Date(`${release.signedOn}T00:00:00Z`),
      introductionId: release.introductionId ?? null,
      processState: asJson(state),
      version: 0,
    },
  });
  const owner = { id, dataKey: request.dataKey };
  for (const [field, text] of Object.entries(release.words ?? {})) {
    const written = { owner, field: field as ReleaseField, text, author: actor, at, commandId: id };
    await releaseText.write(tx, services, written, 'effective');
  }
  await writeReleaseEvent(rec, services, { row: { ...row, dataKey: request.dataKey }, state, event });
  rec.outbox.start('release', releaseWorkflowId(id), { v: 1, state });
}
