import { defineConfig } from 'prisma/config';

/** For the ordinary Prisma command line, where its engine can be downloaded. The application itself doesn't read this. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/tadesk' },
});
