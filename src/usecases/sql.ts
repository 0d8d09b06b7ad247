import { Prisma } from '../adapters/database/generated/client.js';

/** A piece of SQL with its parameters, from which others are made; never of what somebody typed. */
export type Sql = Prisma.Sql;

export const sql = Prisma.sql;
/** Pieces with a separator between them, a comma where none is named. */
export const joined = Prisma.join;
/** Names of tables and columns. */
export const named = Prisma.raw;
export const nothing = Prisma.empty;
