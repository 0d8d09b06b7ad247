import { unconfirmedSubmissionWorkflowId } from '../../domain/requests/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { addressDigest } from '../forms/form-drafts.js';
import type { Recording } from '../recording.js';
import { joined, sql } from '../sql.js';
import { addCounts, type Counts } from './counts.js';
import { eraseWorkflows } from './erase-workflow.js';

/** Who a person is: their record with those merged into it, and all addresses. */
export interface Whom {
  ids: readonly string[];
  emails: readonly string[];
}

/** What an address alone leaves: sign-ins, links on their way, forms nobody confirmed, what NationBuilder said of it. */
export async function forgetAddresses(
  rec: Recording,
  { vault }: Pick<RecordServices, 'vault'>,
  { ids, emails }: Whom,
): Promise<Counts> {
  const { tx } = rec;
  const email = { in: [...emails] };
  const forms = await tx.unconfirmedSubmission.findMany({ where: { email }, select: { id: true } });
  await tx.unconfirmedSubmission.deleteMany({ where: { id: { in: forms.map(({ id }) => id) } } });
  await eraseWorkflows(
    rec,
    forms.map(({ id }) => unconfirmedSubmissionWorkflowId(id)),
  );
  const drafts = await tx.formDraft.deleteMany({
    where: { addressDigest: { in: emails.map((one) => addressDigest(vault, one)) } },
  });
  const owners = ids.map((id) => `person:${id}`);
  const kept = await tx.keptForm.deleteMany({ where: { owner: { in: owners } } });
  await tx.idempotencyKey.deleteMany({ where: { actor: { in: owners } } });
  const ways = { where: { owner: { in: owners } } };
  await tx.passkey.deleteMany(ways);
  await tx.appFactor.deleteMany(ways);
  await tx.recoveryCode.deleteMany(ways);
  await tx.addressClaim.deleteMany({ where: { OR: [{ email }, { personId: { in: [...ids] } }] } });
  await tx.contactAddress.deleteMany({ where: { email } });
  let links = 0;
  for (const one of emails) {
    links += await tx.$executeRaw`
      DELETE FROM auth_verification WHERE position(${JSON.stringify(one)} IN value) > 0 OR identifier = ${one}`;
  }
  const users = await tx.authUser.deleteMany({ where: { email } });
  return addCounts({
    forms: forms.length + drafts.count,
    keptForms: kept.count,
    signIns: links + users.count,
  });
}

/** The record itself, of whom nothing else is left. */
export async function forgetRecord({ tx }: Recording, { ids, emails }: Whom): Promise<Counts> {
  if (ids.length === 0) return {};
  const personId = { in: [...ids] };
  const organizations = await tx.person.findMany({
    where: { id: personId, organizationId: { not: null } },
    select: { organizationId: true },
  });
  await tx.personEvent.deleteMany({ where: { personId } });
  await tx.personEvent.updateMany({ where: { email: { in: [...emails] } }, data: { email: null } });
  const addresses = await tx.personEmail.deleteMany({ where: { personId } });
  const completions = await tx.completion.deleteMany({ where: { personId } });
  await tx.person.updateMany({ where: { id: personId }, data: { mergedIntoId: null } });
  const people = await tx.person.deleteMany({ where: { id: personId } });
  const emptied = await eraseEmptyOrganizations(
    tx,
    organizations.flatMap(({ organizationId }) => organizationId ?? []),
  );
  return addCounts({
    people: people.count,
    addresses: addresses.count,
    completions: completions.count,
    organizations: emptied,
  });
}

/** These organizations, or whoever they have become, where nothing belongs to any record of them. */
export async function eraseEmptyOrganizations(tx: Recording['tx'], ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  return tx.$executeRaw`
    WITH root AS (
      SELECT DISTINCT coalesce(o.merged_into_id, o.id) AS id FROM organization o
      WHERE o.id IN (${joined(ids.map((id) => sql`${id}::uuid`))})),
    empty AS (
      SELECT root.id FROM root WHERE NOT EXISTS (
        SELECT 1 FROM organization m WHERE (m.id = root.id OR m.merged_into_id = root.id) AND (
          EXISTS (SELECT 1 FROM person p WHERE p.organization_id = m.id)
          OR EXISTS (SELECT 1 FROM ta_request r WHERE r.organization_id = m.id)
          OR EXISTS (SELECT 1 FROM call_registration c WHERE c.organization_id = m.id))))
    DELETE FROM organization WHERE id IN (SELECT id FROM empty) OR merged_into_id IN (SELECT id FROM empty)`;
}
