// A desk with as many requests as are asked for: people who ask again and again, organizations small and large, the open
// ones received last, and of whatever is rare as many in a small desk as in a large one.

/** As many requests as have what is rare, however many there are in all. */
const RARE = 30;
/** Of the person and the organization that are looked at. */
export const REGULAR = { name: 'Zeynep Quillfeather', email: 'zeynep@quillfeather.example', requests: 60 };
export const SMALL = { name: 'Harbor Lantern Legal Aid', requests: 12 };

const own = (n) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;
const unit = (n) => `00000000-0000-4000-a000-${String(n).padStart(12, '0')}`;
export const request = (n) => `00000000-0000-4000-b000-${String(n).padStart(12, '0')}`;
export const staffId = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const STAFF = 6;
/** The person with many requests; the small organization; one that every fiftieth request comes from. */
export const WHO = { regular: own(1), small: unit(1), large: unit(2), request };

const ids = (block, n) => `('00000000-0000-4000-${block}-' || lpad((${n})::text, 12, '0'))::uuid`;
const SYLLABLES = 'ba,ko,ri,men,tal,su,ver,no,del,ga,hil,pra,zo,lin,mar,ten,ya,fos,qui,den'.split(',');
const FIRST = 'Maria,Amara,Jun,Olga,Priya,Sean,Lucia,Omar,Nadia,Chen,Ines,Tomas'.split(',');
const oneOf = (all, n) => `(ARRAY[${all.map((one) => `'${one}'`).join(',')}])[1 + (${n}) % ${all.length}]`;
const hash = (n, salt) => `abs(hashtext('${salt}' || (${n})::text))`;
/** Of people by their number: a first name, and a last one of three syllables. */
const nameOf = (n) =>
  `${oneOf(FIRST, hash(n, 'f'))} || ' ' || initcap(${[1, 2, 3]
    .map((part) => oneOf(SYLLABLES, hash(n, `l${part}`)))
    .join(' || ')})`;

/** Fills an empty, migrated database. `open`: how many are open, received in the last forty days. */
export async function seed(db, { size, open, now, versionId }) {
  const run = (text) => db.$executeRawUnsafe(text);
  const at = `timestamptz '${now.toISOString()}'`;
  const people = Math.ceil(size / 3);
  const units = Math.ceil(size / 20);
  await run(`INSERT INTO staff (id, email, name, role, created_at)
    SELECT ${ids('8000', 'n')}, 'staff' || n || '@program.example', 'Staff ' || n,
      CASE WHEN n = ${STAFF} THEN 'director' ELSE 'attorney' END, ${at} FROM generate_series(1, ${STAFF}) n`);
  await run(`INSERT INTO organization (id, name, name_key, domain, state, created_at)
    SELECT ${ids('a000', 'n')}, q.name, lower(q.name), 'legal' || n || '.example', 'CA', ${at}
    FROM (SELECT n, CASE WHEN n = 1 THEN '${SMALL.name}' ELSE 'Legal organization ' || n END AS name
      FROM generate_series(1, ${units}) n) q`);
  await run(`INSERT INTO person (id, name, role, organization_id, created_at)
    SELECT ${ids('9000', 'n')}, CASE WHEN n = 1 THEN '${REGULAR.name}' ELSE ${nameOf('n')} END, 'attorney',
      ${ids('a000', `1 + n % ${units}`)}, ${at} FROM generate_series(1, ${people}) n`);
  await run(`INSERT INTO person_email (email, person_id)
    SELECT CASE WHEN n = 1 THEN '${REGULAR.email}' ELSE 'person' || n || '@legal' || (1 + n % ${units}) || '.example' END,
      ${ids('9000', 'n')} FROM generate_series(1, ${people}) n`);
  await run(requests({ size, open, people, units, at, versionId }));
  await run(`INSERT INTO process_event (workflow_id, seq, request_id, type, at, actor, data, content_hash)
    SELECT 'ta-request/' || r.id || '/1', k, r.id,
      (ARRAY['received','assigned','escalated','extended','submitted-for-review'])[k],
      r.received_at + k * interval '1 day', 'user:${staffId(1)}', '{}', md5(k::text)
    FROM ta_request r, generate_series(1, 5) k`);
  await run(
    withKeys(
      'message',
      `INSERT INTO message (id, kind, about_id, "to", cc, subject, data_key_id, status, message_id, queued_at)
    SELECT gen_random_uuid(), 'request-received', r.id::text, ARRAY[r.requester_email], '{}', 'Received', gen_random_uuid(),
      'sent', r.id || '-' || k, r.received_at FROM ta_request r, generate_series(1, 3) k`,
    ),
  );
  await run(
    withKeys(
      'sketch_key',
      `INSERT INTO sketch_key (number, data_key_id, created_at) VALUES (1, gen_random_uuid(), ${at})`,
    ),
  );
  await run(`INSERT INTO request_sketch (request_id, key_number, signature, bands)
    SELECT id, 1, decode(repeat(md5(id::text), 32), 'hex'),
      ARRAY(SELECT hashtext(id::text || (CASE WHEN b = 1 AND right(reference, 2) = '00' THEN '' ELSE b::text END))
        FROM generate_series(1, 32) b) FROM ta_request`);
  // Each has said something, and an answer was drafted and sent.
  await run(`INSERT INTO case_text (id, request_id, field, status, author, sealed, created_at)
    SELECT gen_random_uuid(), r.id, f.field, 'effective', 'user:${staffId(1)}', repeat('s', 400)::bytea, r.received_at
    FROM ta_request r, unnest(ARRAY['note','draft','response']) AS f(field) WHERE r.requester_id <> '${WHO.regular}'`);
  await run(`INSERT INTO request_task (id, request_id, assignee_id, due_on, status, text_id, added_by, added_at)
    SELECT gen_random_uuid(), q.id, ${ids('8000', `1 + q.place % ${STAFF}`)}, (${at} + (q.place % 20 - 8) * interval '1 day')::date,
      CASE WHEN q.open THEN 'open' ELSE 'done' END, gen_random_uuid(), 'user:${staffId(1)}', q.received_at
    FROM (SELECT id, received_at, ended_at IS NULL AS open, row_number() OVER (ORDER BY received_at DESC) AS place
      FROM ta_request) q WHERE q.place % 4 = 0`);
  await run(`INSERT INTO mention (id, request_id, staff_id, text_id, at, read_at)
    SELECT gen_random_uuid(), q.id, ${ids('8000', `1 + q.place % ${STAFF}`)}, gen_random_uuid(), q.received_at,
      CASE WHEN q.place > 100 THEN q.received_at END
    FROM (SELECT id, received_at, row_number() OVER (ORDER BY received_at DESC) AS place FROM ta_request) q
    WHERE q.place % 5 = 0`);
  await run(`INSERT INTO completion (id, person_id, course_id, passed, completed_at, source, source_id, recorded_at)
    SELECT gen_random_uuid(), p.id, c.course, true, ${at}, 'bench', p.id || c.course, ${at}
    FROM person p, unnest(ARRAY['human-trafficking-defined','t-visas-part-1']) AS c(course)`);
  await calls(run, { people, at });
  await run(`INSERT INTO precedent (id, status, audience, kind, topics, question, answer, author, review_by, created_at,
      changed_at, published_at)
    SELECT gen_random_uuid(), 'published', 'public', 'general-information', ARRAY['immigration'],
      'When may a survivor of trafficking number ' || n || ' apply again?',
      repeat('A new application may follow once the earlier one was decided. ', 20), 'user:${staffId(1)}',
      (${at} + interval '1 year')::date, ${at}, ${at} - n * interval '1 hour', ${at}
    FROM generate_series(1, 300) n`);
  await run('VACUUM ANALYZE');
}

/** With a data key for each row, which is in a table of its own. */
const withKeys = (table, insert) => `WITH made AS (${insert} RETURNING data_key_id)
  INSERT INTO data_key (id, belongs_to, wrapped, key_id) SELECT data_key_id, '${table}', repeat('k', 60)::bytea, 'k' FROM made`;

const every = (all, times) => Math.max(1, Math.floor(all / times));

/** The oldest have ended, the last are open: the same ones in desks of any size, as `i` counts them. */
function requests({ size, open, people, units, at, versionId }) {
  const ended = size - open;
  const rare = (salt) => `(NOT q.open AND q.n % ${every(ended, RARE)} = ${salt})`;
  return withKeys(
    'ta_request',
    `INSERT INTO ta_request (id, reference, program_version_id, data_key_id, requester_id, requester_email, requester_name,
      requester_role, requester_state, organization_id, organization_name, supervisor_id, supervisor_name, supervisor_email,
      supervisor_role, supervisor_status, kind, document_kind, topics, court_deadline_kind, court_deadline_date,
      text_fingerprint, status, clock_state, clock_events, received_at, due_at, target_at, next_due_at, urgent, ovc_grantee,
      completed_training, waiting_for, assignee_id, escalation_level, responded_at, ended_at, message_waiting_since,
      reopening_asked_at, follow_up_asked_at, follow_up_due_at, process_state, created_at)
    SELECT ${ids('b000', 's.n')}, 'TA-2054-' || lpad(s.n::text, greatest(4, length(s.n::text)), '0'), '${versionId}', gen_random_uuid(),
      ${ids('9000', 's.person')}, CASE WHEN s.person = 1 THEN '${REGULAR.email}'
        ELSE 'person' || s.person || '@legal' || s.unit || '.example' END,
      CASE WHEN s.person = 1 THEN '${REGULAR.name}' ELSE ${nameOf('s.person')} END, 'attorney', s.state,
      ${ids('a000', 's.unit')}, CASE WHEN s.unit = 1 THEN '${SMALL.name}' ELSE 'Legal organization ' || s.unit || ' of '
        || ${oneOf(['California', 'New York', 'Nevada', 'Texas'], 's.unit')} END,
      CASE WHEN s.supervised THEN ${ids('9000', `1 + s.person % ${people}`)} END, CASE WHEN s.supervised THEN 'Sam Over' END,
      CASE WHEN s.supervised THEN 'sam@over.example' END, CASE WHEN s.supervised THEN 'attorney' END,
      CASE WHEN NOT s.supervised THEN 'not-needed' WHEN s.refused THEN 'refused'
        WHEN s.open AND s.i % 2 = 0 THEN 'unconfirmed' ELSE 'confirmed' END,
      s.kind, CASE WHEN s.kind = 'document-review' THEN s.document END, s.topics,
      CASE WHEN s.i % 9 = 0 THEN 'court' END, CASE WHEN s.i % 9 = 0 THEN (s.received + interval '30 days')::date END,
      md5(s.n::text), s.status, CASE WHEN s.open THEN 'running' ELSE 'stopped' END,
      CASE WHEN s.open THEN json_build_array(json_build_object('type', 'started', 'at', s.written))
        ELSE json_build_array(json_build_object('type', 'started', 'at', s.written),
          json_build_object('type', 'stopped', 'at', s.answered)) END,
      s.received, s.received + interval '21 days', s.received + interval '21 days',
      CASE WHEN s.open THEN s.received + interval '5 days' END, s.i % 23 = 0, s.i % 5 = 0, s.i % 3 = 0, '{}',
      CASE WHEN s.status IN ('queued', 'awaiting-prerequisites', 'redirected') THEN NULL
        ELSE ${ids('8000', `1 + s.i % ${STAFF}`)} END,
      CASE WHEN s.open AND s.i % 13 = 0 OR s.escalated THEN 1 ELSE 0 END,
      CASE WHEN s.status IN ('responded', 'closed') THEN s.received + interval '12 days' END,
      CASE WHEN NOT s.open THEN s.received + interval '20 days' END,
      CASE WHEN s.waits THEN s.received + interval '15 days' END, CASE WHEN s.asks THEN s.received + interval '21 days' END,
      CASE WHEN s.follows THEN s.received + interval '14 days' END, CASE WHEN s.follows THEN s.received + interval '24 days' END,
      jsonb_build_object('v', 1, 'requestId', ${ids('b000', 's.n')}, 'episode', 1, 'status', s.status, 'seq', 5,
        'openedAt', s.written, 'clock', jsonb_build_array(jsonb_build_object('type', 'started', 'at', s.written)),
        'promiseBusinessDays', 15, 'missing', '[]'::jsonb, 'supervisor', 'not-needed', 'waitingSince', null, 'assigneeId', null,
        'assignedAt', null, 'courtDateSince', s.written, 'extensions', 0, 'extensionDays', 0, 'reviewRequired', true,
        'maxExtension', 10, 'secondExtensionNeedsDirector', true, 'draftAuthor', null, 'urgentOverride', null,
        'deadlines', '[]'::jsonb, 'tasks', '[]'::jsonb, 'handled', '[]'::jsonb, 'padding', repeat('x', 600)), s.received
    FROM (SELECT q.*,
        to_char(q.received AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS written,
        to_char((q.received + interval '12 days') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS answered,
        CASE WHEN ${rare(1)} THEN 'GU' ELSE ${oneOf(['CA', 'CA', 'NY', 'TX', 'CA', 'FL', 'IL', 'WA'], 'q.i')} END AS state,
        CASE WHEN ${rare(2)} THEN 'other' WHEN q.document IS NOT NULL THEN 'document-review' ELSE
          ${oneOf(['case-consultation', 'general-information', 'trafficking-analysis'], 'q.i')} END AS kind,
        CASE WHEN ${rare(3)} THEN ARRAY['criminal-re-entry'] WHEN q.i % 7 = 0 THEN ARRAY['civil', 'ethics']
          WHEN q.i % 2 = 0 THEN ARRAY['immigration', 'civil'] ELSE ARRAY['immigration'] END AS topics,
        q.i % 4 = 0 OR ${rare(4)} AS supervised, ${rare(4)} AS refused, ${rare(5)} AS escalated,
        ${rare(6)} OR q.open AND q.i % 20 = 0 AS waits, ${rare(7)} AS asks,
        q.status = 'responded' AND (q.n / 8) % ${every(ended, RARE * 8)} = 0 AS follows
      FROM (SELECT n, i, open,
          CASE WHEN open THEN CASE WHEN i % 33 = 0 THEN 1 ELSE 2 + (i * 7919) % 300 END
            WHEN n % ${every(ended, REGULAR.requests - 12)} = 0 THEN 1 ELSE 2 + (n * 7919) % ${people - 1} END AS person,
          CASE WHEN open THEN CASE WHEN i % 100 = 1 THEN 1 ELSE 2 + (i * 7919) % 40 END
            WHEN n % ${every(ended, SMALL.requests - 4)} = 1 THEN 1 WHEN n % 50 = 3 THEN 2
            ELSE 3 + (n * 7919) % ${units - 2} END AS unit,
          CASE WHEN NOT open AND n % ${every(ended, RARE)} = 8 THEN 't-visa-denial'
            WHEN i % 3 = 0 THEN (ARRAY['t-visa-rfe','other-document','emp-worksheet'])[1 + i % 2] END AS document,
          CASE WHEN open THEN ${oneOf(['queued', 'in-progress', 'in-review', 'in-progress', 'awaiting-information', 'awaiting-prerequisites', 'queued', 'received'], 'i')}
            WHEN n % ${every(ended, RARE)} = 9 THEN 'lapsed'
            ELSE ${oneOf(['closed', 'responded', 'withdrawn', 'closed', 'redirected', 'closed', 'declined', 'closed'], 'n')} END AS status,
          ${at} - interval '2 minutes'
            - (CASE WHEN open THEN i % 40 ELSE 40 + i::bigint * 2000 / ${size} END) * interval '1 day' AS received
        FROM (SELECT n, n > ${ended} AS open, ${size} - n AS i FROM generate_series(1, ${size}) n) numbered) q) s`,
  );
}

/** A call a week; every third person asked in one or came. */
async function calls(run, { people, at }) {
  await run(`INSERT INTO call_series (id, created_at) VALUES ('legal-working-group', ${at})`);
  await run(
    withKeys(
      'call',
      `INSERT INTO call (id, series_id, topic, status, starts_at, ends_at, window_opens_at, questions_close_at,
      select_until, reminder_at, flag_at, data_key_id, created_at)
    SELECT 'legal-working-group-' || n, 'legal-working-group', 'non-legal', 'completed', q.at, q.at, q.at, q.at, q.at, q.at,
      q.at, gen_random_uuid(), q.at
    FROM (SELECT n, ${at} - n * interval '7 days' AS at FROM generate_series(1, 280) n) q`,
    ),
  );
  await run(
    withKeys(
      'call_registration',
      `INSERT INTO call_registration (id, series_id, person_id, email, name, role, licensed_in, organization_id, status,
      reasons, data_key_id, created_at)
    SELECT gen_random_uuid(), 'legal-working-group', p.id, e.email, p.name, p.role, '{}', p.organization_id, 'approved',
      '{}', gen_random_uuid(), ${at} FROM person p JOIN person_email e ON e.person_id = p.id`,
    ),
  );
  await run(
    withKeys(
      'call_question',
      `INSERT INTO call_question (id, call_id, person_id, asker_email, asker_name, asker_role, question_about,
      needs_legal_analysis, emp_worksheet_completed, convert_if_unselected, status, text_fingerprint, data_key_id, sealed, asked_at)
    SELECT gen_random_uuid(), 'legal-working-group-' || 1 + n % 280, ${ids('9000', 'n')}, 'a@b.example', 'Asker', 'attorney',
      'non-legal', false, false, false, 'selected', md5(n::text), gen_random_uuid(), 's'::bytea, ${at}
    FROM generate_series(1, ${people}, 3) n`,
    ),
  );
  await run(`INSERT INTO call_attendance (id, call_id, person_id, name, intervals, minutes, source)
    SELECT gen_random_uuid(), 'legal-working-group-' || 1 + n % 280, ${ids('9000', 'n')}, 'Guest', '[]', 50, 'zoom'
    FROM generate_series(1, ${people}, 3) n`);
}
