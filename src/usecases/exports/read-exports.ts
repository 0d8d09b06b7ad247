import type { CaseExport } from '../../adapters/database/generated/client.js';
import type { ExportFormat } from '../../domain/exports/export.schema.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import type { ReleasePart } from '../../domain/releases/release-scope.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { logAccess } from '../requests/read-request.js';
import { visibleRequest } from '../requests/visible-request.js';
import { recordSecurity } from '../security/record-security.js';
import { type ExportView, MOST_EXPORTS } from './export-view.schema.js';

/** Files of a request that can still be downloaded, the latest first. */
export async function listExports(
  services: Services,
  actor: Actor,
  requestId: string,
): Promise<Result<{ items: ExportView[] }>> {
  if (!may(actor, 'exports.make')) return refuse('only-directors-export');
  const found = await visibleRequest(services, actor, requestId);
  if (!found.ok) return found;
  const rows = await services.db.caseExport.findMany({
    where: { requestId, expiresAt: { gt: services.clock.now() } },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    take: MOST_EXPORTS,
    omit: { sealed: true },
  });
  return ok({ items: rows.map(exportViewOf) });
}

/**
 * The file itself: until its time is up, and only while what it was made under is in force. Handing it out is a reading and a
 * security event.
 */
export async function readExport(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<{ name: string; format: ExportFormat; content: Buffer }>> {
  if (!may(actor, 'exports.make')) return refuse('only-directors-export');
  const { db, vault, clock } = services;
  const row = await db.caseExport.findUnique({
    where: { id },
    include: { ...withKey, request: { select: { reference: true } } },
  });
  if (!row || !(await visibleRequest(services, actor, row.requestId)).ok) return refuse('no-such-export');
  const now = clock.now();
  if (row.expiresAt <= now) return refuse('export-over');
  if (!(await stillAllowed(services, row))) return refuse('export-over');
  await logAccess(services, actor, row.requestId, 'export');
  await db.$transaction(async (tx) => {
    await tx.caseExport.update({ where: { id }, data: { handedOut: { increment: 1 } } });
    await recordSecurity(tx, services, {
      kind: 'export-handed-out',
      actor,
      about: `export:${id}`,
      data: { request: row.requestId },
    });
  });
  const field = { table: 'case_export', rowId: id, field: 'file' };
  return ok({
    name: `${row.request.reference}-${id.slice(0, 8)}.${row.format}`,
    format: row.format as ExportFormat,
    content: Buffer.from(vault.openBytes(row.dataKey, field, row.sealed)),
  });
}

/** A release that was revoked, or is over, hands nothing out any more. */
async function stillAllowed(
  { db, clock }: Services,
  { basisId }: Pick<CaseExport, 'basisId'>,
): Promise<boolean> {
  const release = await db.release.findUnique({ where: { id: basisId } });
  return release !== null && release.status === 'in-force' && release.expiresAt > clock.now();
}

export function exportViewOf(row: Omit<CaseExport, 'sealed'>): ExportView {
  const self = `/api/v1/exports/${row.id}`;
  return {
    id: row.id,
    requestId: row.requestId,
    basis: row.basis as ExportView['basis'],
    basisId: row.basisId,
    format: row.format as ExportFormat,
    parts: row.parts as ReleasePart[],
    size: row.size,
    madeAt: row.madeAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    handedOut: row.handedOut,
    links: { self, file: `${self}/file` },
  };
}
