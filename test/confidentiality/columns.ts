import type { Database } from '../../src/ports/database.js';

/**
 * What each column may hold that could hold words. `sealed`: bytes under a key. `people`: names, addresses and
 * labels of professionals and staff, in plain; docs/in-the-clear.md has the reasons. Everything else is codes, ids,
 * hashes: nothing anybody typed.
 * A new column is none of these until somebody has said here which, and the walk has put a word into it.
 */
const SEALED = words(`
  case_text.sealed case_document.sealed_name form_draft.sealed kept_form.sealed emp_worksheet.sealed
  unconfirmed_submission.sealed idempotency_key.sealed call.sealed_join_link call.sealed_reason call.sealed_recap
  call_text.sealed call_question.sealed call_question_worksheet.sealed call_registration.sealed_reason call_registration.sealed_role
  call_registration_event.sealed_reason request_sketch.signature conduct_text.sealed introduction_text.sealed answer_in_work.sealed
  draft_comment.sealed release_text.sealed case_export.sealed`);
export const PEOPLE = words(`
  saved_view.name precedent.question precedent.answer precedent.comment precedent_event.question precedent_event.answer
  organization.name organization.name_key organization.domain organization.stated_domains
  person.name person_email.email address_claim.email person_event.email staff.name api_key.name auth_user.email
  auth_verification.value closure.name
  ta_request.search_words ta_request.requester_email ta_request.requester_name ta_request.organization_name ta_request.supervisor_name
  ta_request.supervisor_email message.to message.cc completion.source completion.source_id idempotency_key.key
  unconfirmed_submission.email call.day_off mentor.email mentoring_link.email introduction.requester_email
  call_registration.email call_registration.name call_registration.employer call_question.asker_email
  call_question.asker_name call_question.organization_name call_question.organization_key
  call_question.supervisor_name call_question.supervisor_email call_attendance.email call_attendance.name
  call_attendance.registrant_id subscription.email subscription.name`);
/** Filled by a service the walk has not connected, and tried in tests of its own; or erased as soon as a mail
 * or a form is sent. */
const OUTSIDE = words(`
  case_document.sealed message.sealed legal_hold.sealed privacy_request.sealed app_factor.sealed form_file.sealed_name form_file.sealed
  call_registration.sealed_join_link call_registrant.sealed_join_link call_registrant.email
  call_registrant.registrant_id call_presence.sealed_name call_presence.participant_id oauth_token.sealed contact_address.email
  auth_account.access_token auth_account.refresh_token auth_account.id_token auth_account.password auth_user.image`);
/** What is known of a case besides its words, in plain and written down likewise: codes, dates and digests by which the database finds and counts. */
export const FACTS = words(`
  ta_request.kind ta_request.document_kind ta_request.topics ta_request.t_visa_related
  ta_request.court_deadline_date ta_request.court_deadline_kind ta_request.requester_role
  ta_request.requester_state ta_request.licensed_in ta_request.ovc_grantee ta_request.supervisor_role
  ta_request.supervisor_status ta_request.text_fingerprint ta_request.text_parts
  call_question.text_fingerprint request_sketch.bands call_question.asker_role call_question.supervisor_role
  call_question.question_about call_registration.role call_registration.licensed_in
  call_registration.reasons case_document.document_kind case_document.media_type conduct_review.grounds
  introduction.topic mentor.topics mentor.states process_event.data outbox.payload call.process_state
  ta_request.process_state`);
const CODES = words(`
  erasure.kind erasure.actor erasure.digests erasure.counts erasure_process.id privacy_request.kind privacy_request.status privacy_request.token_hash privacy_request.due_on privacy_request.decided_by
  privacy_request.reason legal_hold.set_by legal_hold.lifted_by
  saved_view.view precedent.status precedent.audience precedent.kind precedent.topics precedent.author precedent.reviewer
  precedent_event.type precedent_event.actor precedent_event.audience
  organization.state kept_form.owner person.role person.state person.licensed_in staff.email staff.role api_key.prefix api_key.hash api_key.old_hash api_key.role
  api_key.scopes auth_user.id auth_user.name auth_session.id auth_session.user_agent auth_session.token auth_session.user_id auth_session.ip_address auth_session.passed_as auth_session.challenge
  app_factor.owner app_factor.shown_in passkey.owner passkey.credential_id passkey.public_key conflict_wall.set_by conflict_wall.broken_by recovery_code.owner recovery_code.digest
  auth_account.id auth_account.account_id auth_account.provider_id auth_account.user_id auth_account.scope
  auth_verification.id auth_verification.identifier program_version.id program_version.body closure.entered_by
  closure.removed_by setting.key setting.value ta_request.reference ta_request.program_version_id
  ta_request.requester_role ta_request.requester_state ta_request.licensed_in ta_request.supervisor_role
  ta_request.supervisor_status ta_request.supervisor_token_hash ta_request.kind ta_request.document_kind
  ta_request.topics ta_request.court_deadline_kind ta_request.text_fingerprint ta_request.text_parts ta_request.status
  ta_request.clock_state ta_request.clock_events ta_request.waiting_for ta_request.from_call_id
  ta_request.feedback_answer ta_request.draft_author ta_request.process_state case_text.field case_text.status case_text.update_id
  case_text.author case_document.document_kind case_document.media_type case_document.uploaded_by case_document.scan case_document.details form_file.details form_file.scan case_document.file_digest form_file.file_digest
  process_event.workflow_id process_event.type process_event.actor process_event.on_behalf_of process_event.data
  process_event.content_hash process_trouble.workflow_id process_trouble.activity process_trouble.code outbox.workflow_id outbox.kind outbox.name outbox.payload outbox.outcome message.kind
  digest_process.id message.collected_for message.about_id message.related_id message.subject message.status message.message_id message.effect_key
  message.batch_id message.code message.resolved_by completion.course_id completion.settled_by idempotency_key.actor idempotency_key.route
  security_event.kind security_event.actor security_event.about security_event.whence security_event.data
  audit_link.record audit_link.row_hash audit_link.hash case_access.whence case_access.why
  idempotency_key.body_hash case_access.actor case_access.what rate_count.key worker_heartbeat.id call_series.id
  call_series.process_state call.id call.series_id call.topic call.status call.cancel_reason call.public_reason
  call.zoom_meeting_id call.meeting_problem call.meeting_unchecked call.being_kept call.process_state
  call_registration.series_id call_registration.role call_registration.licensed_in call_registration.status
  call_registration.reasons call_registration.decided_by call_registration.zoom_registrant_id
  call_registration_event.type call_registration_event.actor call_registration_event.status
  call_registration_event.reasons call_registration_event.changed call_question.call_id call_question.asker_role
  call_question.supervisor_role call_question.question_about call_question.status call_question.text_fingerprint
  call_question.handover_token_hash call_registrant.call_id call_registrant.status call_presence.call_id
  call_attendance.call_id call_attendance.intervals call_attendance.source subscription.lists subscription.status
  subscription.suppressed subscription.confirm_token_hash subscription.unsubscribe_token_hash webhook_delivery.id
  webhook_delivery.source subscription.push_problem contact_address.contact_id contact_poll.source contact_poll.problem
  call_poll_answer.call_id call_poll_answer.answer_key call_question.move_to_call_id call_question.move_answer
  call_text.call_id call_text.field call_text.status
  call_text.update_id call_text.author oauth_token.provider unconfirmed_submission.token_hash address_claim.token_hash
  person_event.actor person_event.type request_sketch.bands
  organization_event.actor organization_event.type
  mentor.topics mentor.states mentor.status mentor.token_hash mentor.invited_by mentor_event.actor mentor_event.type
  introduction.topic introduction.status introduction.proposed_by introduction.process_state introduction_text.field introduction_text.status
  introduction_text.update_id introduction_text.author mentoring_link.token_hash mentoring_link.side
  conduct_review.grounds conduct_review.status conduct_review.opened_by conduct_review.refused_by
  conduct_review.appeal_decided_by conduct_review.process_state conduct_text.field conduct_text.status
  conduct_text.update_id conduct_text.author form_draft.address_digest form_draft.link_hash
  release.recipient_kind release.parts release.status release.signed_how release.opened_by release.signed_by release.process_state
  case_export.basis case_export.format case_export.parts case_export.made_by
  release_text.field release_text.status release_text.update_id release_text.author
  absence.work absence.status absence.set_by absence.process_state absence_item.task
  answer_in_work.field draft_comment.author draft_comment.done_by
  form_file.document_kind form_file.media_type data_key.belongs_to data_key.key_id worker_heartbeat.key_ids request_task.status request_task.added_by request_task.ended_by`);
/** Keys the words are sealed under, wrapped themselves. */
const isKey = (column: string) => column === 'data_key.wrapped';

interface Found {
  column: string;
  /** Rows that have something there. */
  filled: number;
  /** Rows with a word of the walk in plain. */
  planted: number;
}

/** What the walk left in each column that can hold words: what is wrong with it, in a sentence. */
export async function wrongColumns(db: Database, isPlanted: string): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ t: string; c: string }[]>(`
    SELECT table_name AS t, column_name AS c FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_%'
      AND data_type IN ('text', 'character varying', 'ARRAY', 'json', 'jsonb', 'bytea')`);
  const found = await Promise.all(rows.map(({ t, c }) => look(db, isPlanted, t, c)));
  return found.flatMap(wrong).sort();
}

async function look(db: Database, isPlanted: string, table: string, column: string): Promise<Found> {
  const [row] = await db.$queryRawUnsafe<{ filled: number; planted: number }[]>(
    `SELECT count("${column}")::int AS filled,
      (count(*) FILTER (WHERE "${column}"::text ~* $1))::int AS planted FROM "${table}"`,
    isPlanted,
  );
  return { column: `${table}.${column}`, filled: 0, planted: 0, ...row };
}

function wrong({ column, filled, planted }: Found): string[] {
  if (isKey(column) || OUTSIDE.has(column)) return [];
  if (SEALED.has(column)) {
    return [
      ...(filled === 0 ? [`${column}: the walk puts nothing there`] : []),
      ...(planted > 0 ? [`${column}: holds a word in plain`] : []),
    ];
  }
  if (PEOPLE.has(column)) return planted === 0 ? [`${column}: the walk puts no word there`] : [];
  if (!CODES.has(column))
    return [`${column}: nobody has said what it may hold (test/confidentiality/columns.ts)`];
  return planted > 0 ? [`${column}: holds what somebody typed`] : [];
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
