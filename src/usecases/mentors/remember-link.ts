import type { Side } from '../../domain/mentors/introduction-state.js';
import type { Recording } from '../recording.js';
import { sql } from '../sql.js';
import { hashToken } from '../tokens.js';

/**
 * A link that a mail brings leads somewhere for as long as what it is about is kept, whatever takes its place: it is
 * remembered with the mailbox it went to. Written last, with the mail.
 */
export function rememberLink(
  { behind }: Recording,
  {
    token,
    email,
    mentorId = null,
    introductionId = null,
    side = null,
  }: {
    token: string;
    email: string;
    mentorId?: string | null;
    introductionId?: string | null;
    side?: Side | null;
  },
): void {
  behind.also(sql`INSERT INTO mentoring_link (token_hash, email, mentor_id, introduction_id, side)
    VALUES (${hashToken(token)}, ${email}, ${mentorId}::uuid, ${introductionId}::uuid, ${side})
    ON CONFLICT (token_hash) DO UPDATE SET email = excluded.email`);
}
