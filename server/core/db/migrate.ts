import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';

/** The schema in the database and the program do not fit together; the message says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export interface Migration {
  name: string;
  hash: string;
  statements: string[];
}

/** Reads the generated migrations of a dialect in their order. @param folder holds `sqlite/` and `postgres/` */
export const readMigrations = (folder: string, dialect: Database['dialect']): Migration[] => {
  const own = join(folder, dialect);
  const journal = JSON.parse(readFileSync(join(own, 'meta', '_journal.json'), 'utf8')) as {
    entries: { idx: number; tag: string }[];
  };
  return [...journal.entries]
    .sort((one, other) => one.idx - other.idx)
    .map(({ tag }) => {
      const text = readFileSync(join(own, `${tag}.sql`), 'utf8');
      return {
        name: tag,
        hash: createHash('sha256').update(text).digest('hex'),
        statements: text
          .split('--> statement-breakpoint')
          .map((statement) => statement.trim())
          .filter(Boolean),
      };
    });
};

/** Names the lock that machines of a cluster take before they change the schema. Any constant does; it must not change. */
const schemaLock = 70_170_001;

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Brings the schema up to date, each migration in a transaction of its own: one that fails leaves the schema before
 * it, which the program before it still understands.
 * @param backUp called once before the first change of a database that holds something
 * @returns the names of what was applied
 * @throws MigrationError when the schema is newer than the program, or a migration fails
 */
export const migrate = async (
  database: Database,
  migrations: Migration[],
  backUp: () => Promise<void>,
): Promise<string[]> => {
  const postgres = database.dialect === 'postgres';
  const number = postgres ? 'bigint' : 'integer';
  // Machines that start together wait for one another: PostgreSQL's `if not exists` is itself no guard against a race.
  // Waiting for that, and rewriting a large table, may take longer than a query may.
  const inTurn = postgres
    ? ['set local statement_timeout = 0', `select pg_advisory_xact_lock(${schemaLock})`]
    : [];
  await database.transaction([
    ...inTurn,
    `create table if not exists schema_migrations (name text primary key, hash text not null, applied_at ${number} not null)`,
  ]);
  const done = await database.raw<{ name: string }>('select name from schema_migrations', []);
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = done.find((row) => !known.has(row.name));
  if (unknown)
    throw new MigrationError(
      `This database comes from a newer version of Foyer (it has ${unknown.name}). Start that version, or restore a backup made before the upgrade.`,
    );
  const applied = new Set(done.map((row) => row.name));
  const pending = migrations.filter((migration) => !applied.has(migration.name));
  if (pending.length && applied.size) await backUp();
  for (const migration of pending) {
    try {
      await database.transaction([
        ...inTurn,
        `insert into schema_migrations (name, hash, applied_at) values (${quote(migration.name)}, ${quote(migration.hash)}, ${Date.now()})`,
        ...migration.statements,
      ]);
    } catch (error) {
      // Another machine of the same cluster may have been faster with the very same step.
      const now = await database.raw<{ name: string }>('select name from schema_migrations', []);
      if (now.some((row) => row.name === migration.name)) continue;
      throw new MigrationError(
        `The migration ${migration.name} failed and was undone. Nothing was changed, and the previous version still runs on this database.`,
        { cause: error },
      );
    }
  }
  return pending.map((migration) => migration.name);
};
