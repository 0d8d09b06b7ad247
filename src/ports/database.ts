import type { Prisma, PrismaClient } from '../adapters/database/generated/client.js';

/** The Prisma client, as a type only: who may query what is the use cases' business. */
export type Database = PrismaClient;

/** A client inside `db.$transaction`. */
export type Transaction = Prisma.TransactionClient;
