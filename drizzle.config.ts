import { defineConfig } from 'drizzle-kit';

/* Both migration sets come from the same tables: run once without and once with DATABASE_URL (npm run migrations). */
const postgres = Boolean(process.env['DATABASE_URL']);

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: './server/tables.ts',
  out: postgres ? './server/migrations/postgres' : './server/migrations/sqlite',
});
