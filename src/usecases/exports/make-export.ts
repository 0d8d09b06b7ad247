import { randomUUID } from 'node:crypto';
import type { ExportFormat, ExportOpening } from '../../domain/exports/export.schema.js';
import type { ExportedCase, ExportMark } from '../../domain/exports/exported-case.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import type { RecipientKind, ReleasePart } from '../../domain/releases/release-scope.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { makeDataKey } from '../data-keys.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { readRelease } from '../releases/read-releases.js';
import { requireRelease } from '../releases/require-release.js';
import { visibleRequest } from '../requests/visible-request.js';
import { recordSecurity } from '../security/record-security.js';
import { type ExportView, MOST_EXPORTS } from './export-view.schema.js';
import { readExportedCase } from './read-exported-case.js';
import { exportViewOf } from './read-exports.js';

/** Draws the file: words and layout are the pages'. */
export type RenderExport = (format: ExportFormat, content: ExportedCase, mark: ExportMark) => Promise<Buffer>;

/** What a file is made under: what it lets out, to whom, and until when. */
interface Basis {
  basis: 'release';
  basisId: string;
  recipient: string;
  parts: readonly ReleasePart[];
  until: Date;
}

const DAY_MS = 86_400_000;

/**
 * Makes a file of a request for somebody outside, under a release in force: watermarked, sealed under a key of its own, for so
 * many days. Refuses `forbidden`, `not-found`, `not-allowed-now` (no release).
 */
export async function makeExport(
  services: Services,
  actor: Actor,
  requestId: string,
  { releaseId, format }: ExportOpening,
  render: RenderExport,
): Promise<Result<ExportView>> {
  if (!may(actor, 'exports.make')) return refuse('only-directors-export');
  const found = await visibleRequest(services, actor, requestId);
  if (!found.ok) return found;
  const under = await basisOf(services, actor, { requestId, releaseId });
  if (!under.ok) return under;
  const { basis, basisId, recipient, parts, until } = under.value;
  const content = await readExportedCase(services, actor, { requestId, parts });
  if (!content.ok) return content;
  const id = randomUUID();
  const mark = { id, recipient, madeAt: services.clock.now().toISOString() };
  const file = await render(format, content.value, mark);
  const made = await recordingOrRefusal(services, async (rec) => {
    const { tx, at } = rec;
    if ((await tx.caseExport.count({ where: { requestId } })) >= MOST_EXPORTS)
      return refuse('too-many-exports');
    // Revoked while it was drawn: it is not kept.
    const still = await basisOf(services, actor, { requestId, releaseId });
    if (!still.ok) return still;
    const dataKey = makeDataKey(rec, services, 'case_export');
    const days = services.programs.current().program.releases.exportDays;
    const row = await tx.caseExport.create({
      data: {
        ...{ id, requestId, basis, basisId, format, parts: [...parts], size: file.length },
        dataKeyId: dataKey.id,
        sealed: Buffer.from(
          services.vault.sealBytes(dataKey, { table: 'case_export', rowId: id, field: 'file' }, file),
        ),
        madeAt: at,
        madeBy: actorRef(actor),
        expiresAt: new Date(Math.min(at.getTime() + days * DAY_MS, until.getTime())),
      },
    });
    await recordSecurity(tx, services, {
      kind: 'case-exported',
      actor,
      about: `export:${id}`,
      data: { request: requestId, basis, basisId, format, parts },
    });
    return ok(row);
  });
  return made.ok ? ok(exportViewOf(made.value)) : made;
}

async function basisOf(
  services: Services,
  actor: Actor,
  { requestId, releaseId }: { requestId: string; releaseId: string },
): Promise<Result<Basis>> {
  const read = await readRelease(services, actor, releaseId);
  if (!read.ok) return read;
  const { recipientKind, recipient, parts } = read.value;
  const allowed = await requireRelease(services.db, {
    ...{ requestId, releaseId, parts: parts as ReleasePart[], at: services.clock.now() },
    recipientKind: recipientKind as RecipientKind,
  });
  if (!allowed.ok) return allowed;
  // Of an introduction: the mentor gets a mail with who it is, and no file.
  if (recipient === null) return refuse('no-release', { recipientKind, parts: parts as ReleasePart[] });
  const until = allowed.value.expiresAt;
  return ok({ basis: 'release', basisId: releaseId, recipient, parts: parts as ReleasePart[], until });
}
