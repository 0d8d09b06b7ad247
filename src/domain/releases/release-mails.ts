import type { MailKind } from '../mail/kinds.js';
import type { ReleaseEventType } from './release-state.js';

/** A row per event: what the requester is told. Neither to whom nor what for: mails are seen over shoulders. */
export const RELEASE_MAILS: Record<ReleaseEventType, readonly MailKind[]> = {
  asked: ['release-asked'],
  recorded: ['release-signed'],
  /** They just said so themselves, and are told what comes of it where they did. */
  agreed: [],
  signed: ['release-signed', 'release-answered'],
  declined: ['release-answered'],
  'taken-back': [],
  lapsed: ['release-answered'],
  expiring: ['release-expiring'],
  expired: ['release-expired'],
  revoked: ['release-revoked'],
  'not-needed': [],
};
