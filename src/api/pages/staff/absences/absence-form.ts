import { COVERS, type Cover } from '../../../../domain/absences/absence-statuses.js';
import type { IsoDate } from '../../../../domain/time/instant.js';
import type { MayStandIn } from '../../../../usecases/absences/who-may-stand-in.js';
import type { Texts } from '../../../text/texts.js';
import type { PageError } from '../../../views/page-errors.js';
import { DATE_PARTS, readDate } from '../../kit/date-field.js';
import { type Fields, many, one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';

/** What of the terms is asked for; what has happened can't be changed any more. */
export type Term = 'firstDay' | 'lastDay' | 'standIn' | 'work' | 'takeBack';

export interface TypedTerms {
  firstDay?: IsoDate;
  lastDay?: IsoDate;
  standIn?: string;
  work?: Cover;
  takeBack?: boolean;
}

/** Who may stand in is known (`who-may-stand-in.ts`); of somebody away on days ahead those are said. */
export function termFields(texts: Texts, terms: readonly Term[], standIns: readonly MayStandIn[]): Field[] {
  const { away: t } = texts.staff.desk;
  const { roles } = texts.staff;
  const { dates } = texts;
  const facts = ({ role, awayOn }: MayStandIn) => [
    roles[role] ?? role,
    ...awayOn.map(({ firstDay, lastDay }) => t.awayOn(dates.date(firstDay), dates.date(lastDay))),
  ];
  const fields: Record<Term, Field> = {
    firstDay: { type: 'date', name: 'firstDay', legend: t.fields.firstDay },
    lastDay: { type: 'date', name: 'lastDay', legend: t.fields.lastDay, hint: t.fields.lastDayHint },
    standIn: {
      type: 'select',
      name: 'standIn',
      label: t.fields.standIn,
      hint: t.fields.standInHint,
      missing: t.fields.standInMissing,
      choices: [
        { value: '', text: t.fields.choose },
        ...standIns.map((one) => ({ value: one.email, text: `${one.name} (${facts(one).join(', ')})` })),
      ],
    },
    work: {
      type: 'radios',
      name: 'work',
      legend: t.fields.work,
      small: true,
      missing: t.fields.workMissing,
      choices: COVERS.map((value) => ({ value, ...t.work[value] })),
    },
    takeBack: {
      type: 'checkboxes',
      name: 'takeBack',
      small: true,
      choices: [{ value: 'yes', text: t.fields.takeBack, hint: t.fields.takeBackHint }],
    },
  };
  return terms.map((term) => fields[term]);
}

/** What stands in the fields: an absence as it is. */
export function initialTerms({
  firstDay,
  lastDay,
  standIn,
  work,
  takeBack,
}: {
  firstDay?: IsoDate;
  lastDay?: IsoDate;
  standIn?: { email: string } | null;
  work: Cover;
  takeBack: boolean;
}): Fields {
  return {
    ...(firstDay ? partsOf('firstDay', firstDay) : {}),
    ...(lastDay ? partsOf('lastDay', lastDay) : {}),
    standIn: standIn?.email ?? '',
    work,
    ...(takeBack ? { takeBack: ['yes'] } : {}),
  };
}

function partsOf(name: string, date: IsoDate): Fields {
  const [year = '', month = '', day = ''] = date.split('-');
  const parts = { year, month: String(Number(month)), day: String(Number(day)) };
  return Object.fromEntries(DATE_PARTS.map((part) => [`${name}-${part}`, parts[part]]));
}

/** What was typed of them, or the errors at their fields. */
export function readTerms(
  texts: Texts,
  fields: Fields,
  terms: readonly Term[],
): { typed: TypedTerms; errors: PageError[] } {
  const { fields: t } = texts.staff.desk.away;
  const typed: TypedTerms = {};
  const errors: PageError[] = [];
  for (const name of ['firstDay', 'lastDay'] as const) {
    if (!terms.includes(name)) continue;
    const read = readDate(texts, fields, name, t[`${name}What`]);
    if (read.ok) typed[name] = read.date;
    else errors.push(...read.errors);
  }
  if (terms.includes('standIn')) typed.standIn = one(fields, 'standIn');
  const work = COVERS.find((cover) => cover === one(fields, 'work'));
  if (terms.includes('work') && work) typed.work = work;
  if (terms.includes('takeBack')) typed.takeBack = many(fields, 'takeBack').includes('yes');
  return { typed, errors };
}

/** Names of fields by the pointers that refusals carry. */
export const TERM_IDS = { '/firstDay': 'firstDay-month', '/lastDay': 'lastDay-month' };
