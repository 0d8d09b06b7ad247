import type { ReleaseView } from '../../../usecases/releases/release-view.schema.js';
import type { Texts } from '../../text/texts.js';

/** What a release says, key and value, in the order in which somebody wants to know it. `mentor`: who that is to the reader. */
export function releaseRows(
  texts: Texts,
  release: ReleaseView,
  { zone, mentor }: { zone: string; mentor: string },
): { key: string; value: string }[] {
  const t = texts.staff.sharing;
  const { dates } = texts;
  const how = release.signedHow && t.hows[release.signedHow];
  const signedDay = release.signedOn
    ? dates.date(release.signedOn)
    : release.signedAt && dates.dateTime(release.signedAt, zone);
  return [
    {
      key: t.rows.recipient,
      value: release.recipient
        ? `${release.recipient} (${t.kinds[release.recipientKind].name.toLowerCase()})`
        : mentor,
    },
    { key: t.rows.purpose, value: release.purpose ?? t.introduced },
    { key: t.rows.parts, value: release.parts.map((part) => t.parts[part]).join('; ') },
    { key: t.rows.status, value: t.statuses[release.status] },
    { key: t.rows.signed, value: signedDay && how ? t.signedOn(signedDay, how) : t.unsigned },
    ...(release.paper ? [{ key: t.rows.paper, value: release.paper }] : []),
    { key: t.rows.until, value: dates.date(release.until) },
    ...(release.reason ? [{ key: t.rows.reason, value: release.reason }] : []),
  ];
}
