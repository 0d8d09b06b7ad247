import { Prisma } from './generated/client.js';

/** Who the desk is to PostgreSQL: one row. */
export const ROLE_FACTS = Prisma.sql`SELECT rolname AS name, rolsuper AS super, rolbypassrls AS bypasses, rolcreaterole AS makes
  FROM pg_roles WHERE rolname = current_user`;

export interface RoleFacts {
  name: string;
  super: boolean;
  bypasses: boolean;
  makes: boolean;
}

/** What is wrong with it in production, with what to do; null: nothing. */
export function whyRoleUnsafe({ name, ...role }: RoleFacts): string | null {
  const may = [
    ...(role.super ? ['is a superuser'] : []),
    ...(role.bypasses ? ['bypasses row security (BYPASSRLS)'] : []),
    ...(role.makes ? ['makes roles (CREATEROLE)'] : []),
  ];
  if (may.length === 0) return null;
  return (
    `DATABASE_URL signs in as ${name}, which ${may.join(' and ')}: a slip in the desk would be the whole server's. Make a role of ` +
    `its own (CREATE ROLE tadesk LOGIN PASSWORD '…') that owns the database (ALTER DATABASE … OWNER TO tadesk), and name it in DATABASE_URL`
  );
}
