import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { readMigrations } from './migrate.ts';

/** A database as it lies there, unchanged by the look. */
export interface Inspection {
  /** The damage that SQLite itself finds in the file; null for none. */
  damage: string | null;
  /** Migrations that are still to be made, and those that this version doesn't know. */
  pending: string[];
  unknown: string[];
  /** When the last thing in it happened, milliseconds; null for nothing. */
  newestAt: number | null;
  /** The database's own clock; null where it has the machine's. */
  clock: number | null;
}

const compare = (done: readonly string[], known: readonly string[]) => ({
  pending: known.filter((name) => !done.includes(name)),
  unknown: done.filter((name) => !known.includes(name)),
});

const newest = 'select max(at) as at from events';

/** Looks into an SQLite file without changing it. @returns null where there is none @throws where it can't be opened */
export const inspectSqlite = (file: string, migrations: string): Inspection | null => {
  if (!existsSync(file)) return null;
  const known = readMigrations(migrations, 'sqlite').map(({ name }) => name);
  const client = new Sqlite(file, { readonly: true });
  try {
    const result = client.pragma('quick_check(1)', { simple: true });
    const tables = client
      .prepare("select name from sqlite_master where name in ('schema_migrations', 'events')")
      .all()
      .map((row) => (row as { name: string }).name);
    const done = tables.includes('schema_migrations')
      ? client
          .prepare('select name from schema_migrations')
          .all()
          .map((row) => (row as { name: string }).name)
      : [];
    const last = tables.includes('events')
      ? (client.prepare(newest).get() as { at: number | null }).at
      : null;
    return {
      damage: result === 'ok' ? null : String(result),
      ...compare(done, known),
      newestAt: last,
      clock: null,
    };
  } finally {
    client.close();
  }
};

/** Looks into a PostgreSQL database without changing it. @throws where it doesn't answer */
export const inspectPostgres = async (url: string, migrations: string): Promise<Inspection> => {
  const known = readMigrations(migrations, 'postgres').map(({ name }) => name);
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ migrations: string | null; events: string | null; clock: Date }>(
      "select to_regclass('schema_migrations')::text as migrations, to_regclass('events')::text as events, clock_timestamp() as clock",
    );
    const [found] = rows;
    const done = found?.migrations
      ? (await client.query<{ name: string }>('select name from schema_migrations')).rows.map(
          ({ name }) => name,
        )
      : [];
    const last = found?.events ? (await client.query<{ at: string | null }>(newest)).rows[0]?.at : null;
    return {
      damage: null,
      ...compare(done, known),
      newestAt: last == null ? null : Number(last),
      clock: found ? found.clock.getTime() : null,
    };
  } finally {
    await client.end();
  }
};
