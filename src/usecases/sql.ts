import { Prisma } from '../adapters/database/generated/client.js';

/** A piece of SQL with its parameters, from which others are made; never of what somebody typed. */
export type Sql = Prisma.Sql;

export const sql = Prisma.sql;
/** Pieces with a separator between them, a comma where none is named. */
export const joined = Prisma.join;
/** Names of tables and columns. */
export const named = Prisma.raw;
export const nothing = Prisma.empty;

/** Its column, by the one rule of the schema. */
export const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Fields of the tables whose rows a transaction writes last. */
export const FIELDS = {
  caseText: Object.keys(Prisma.CaseTextScalarFieldEnum),
  processEvent: Object.keys(Prisma.ProcessEventScalarFieldEnum),
  message: Object.keys(Prisma.MessageScalarFieldEnum),
  outbox: Object.keys(Prisma.OutboxScalarFieldEnum),
  dataKey: Object.keys(Prisma.DataKeyScalarFieldEnum),
};

/** All of a request, as Prisma gives it, for a statement that reads or locks more with it; the table is `r`. */
export const requestFields = fieldsAndKeyOf('r', Prisma.TaRequestScalarFieldEnum);

/** All of a call; the table is `c`. */
export const callFields = fieldsAndKeyOf('c', Prisma.CallScalarFieldEnum);

/** All of a conduct review; the table is `v`. */
export const reviewFields = fieldsAndKeyOf('v', Prisma.ConductReviewScalarFieldEnum);

/** All of an absence; the table is `a`. */
export const absenceFields = fieldsOf('a', Prisma.AbsenceScalarFieldEnum);

/** All of an introduction; the table is `i`. */
export const introductionFields = fieldsAndKeyOf('i', Prisma.IntroductionScalarFieldEnum);

/** All of a release, with the key of its request; the table is `l`. */
export const releaseFields = sql`${fieldsOf('l', Prisma.ReleaseScalarFieldEnum)}, (
  SELECT json_build_object('wrapped', k.wrapped) FROM data_key k JOIN ta_request q ON q.data_key_id = k.id
  WHERE q.id = l.request_id) AS "dataKey"`;

/** With the key its words are sealed under. */
function fieldsAndKeyOf(table: string, fields: object): Sql {
  return sql`${fieldsOf(table, fields)}, ${keyOf(table)}`;
}

/** The data key of a row of this table, as a column beside its own. */
export function keyOf(table: string): Sql {
  const id = named(`${table}.data_key_id`);
  return sql`(SELECT json_build_object('wrapped', k.wrapped) FROM data_key k WHERE k.id = ${id}) AS "dataKey"`;
}

function fieldsOf(table: string, fields: object): Sql {
  const each = Object.keys(fields).map((field) => `${table}."${columnOf(field)}" AS "${field}"`);
  return named(each.join(', '));
}
