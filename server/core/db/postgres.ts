import { drizzle as drizzlePool } from 'drizzle-orm/node-postgres';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { createPostgresListener, signalChannel, wakeChannel } from './postgresListener.ts';
import type { Clock } from '../clock.ts';
import { appendEvents, logRows, takePlaces } from '../events/append.ts';
import type { LogEvent } from '../events/tables.ts';
import { cacheEvents } from '../events/eventCache.ts';
import {
  type Change,
  type Database,
  type Decisive,
  type Outcome,
  type Queries,
  type Statement,
  StorageError,
  UniqueViolation,
} from './database.ts';

/** A commit that lost a race or a connection is tried again this often: it is idempotent by its client-made ids. */
const tries = 4;

/** Transactions as both drivers give them: the common query builder, and raw SQL. */
export interface Transaction extends Queries {
  execute(query: ReturnType<typeof sql>): PromiseLike<unknown>;
}

interface Engine {
  queries: Queries;
  transaction<Result>(run: (tx: Transaction) => Promise<Result>): Promise<Result>;
  raw<Row>(text: string, parameters: unknown[]): Promise<Row[]>;
  listen(wake: (site: string) => void): void;
  listenSignals(take: (text: string) => void): void;
  onError(error: unknown): void;
  close(): Promise<void>;
}

class Undone extends Error {}

/** An error and what it came from: the query builder wraps what the driver says. */
const causesOf = (error: unknown): Error[] => {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 8; cause = cause.cause)
    causes.push(cause);
  return causes;
};

const sqlState = (error: unknown): string => {
  for (const cause of causesOf(error)) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return '';
};

/** Serialisation failure and deadlock: the transaction did nothing and may run again. */
const isRace = (state: string): boolean => state === '40001' || state === '40P01';

const asStorageError = (error: unknown): unknown => {
  const state = sqlState(error);
  if (state === '23505') return new UniqueViolation('unique key', { cause: error });
  if (state === '53100') return new StorageError('full', error);
  if (state === '55P03' || state === '57014' || state === '53300' || isRace(state))
    return new StorageError('busy', error);
  if (/^(08|57P|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(state)) return new StorageError('lost', error);
  // The innermost is the driver's own; the outer ones quote the query.
  if (state === '' && /connection|timeout exceeded|terminated/i.test(causesOf(error).at(-1)?.message ?? ''))
    return new StorageError('lost', error);
  return error;
};

type Awaitable = Statement & PromiseLike<unknown>;

/** True when a statement changed something; the two drivers say it differently. */
const changed = (result: unknown): boolean => {
  if (Array.isArray(result)) return result.length > 0;
  const { rowCount, affectedRows } = result as { rowCount?: number | null; affectedRows?: number };
  return (rowCount ?? affectedRows ?? 0) > 0;
};

/** Runs statements in order; a decisive one that changed nothing undoes all. */
const runSteps = async (steps: (Statement | Decisive)[]): Promise<void> => {
  for (const step of steps) {
    if ('decisive' in step) {
      if (!changed(await (step.decisive as Awaitable))) throw new Undone();
    } else await (step as Awaitable);
  }
};

/** A database of what a driver can do. */
export const buildPostgres = (engine: Engine, clock: Clock): Database => {
  const run = async (work: (tx: Transaction) => Promise<Outcome>): Promise<Outcome> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await engine.transaction(work);
      } catch (error) {
        if (error instanceof Undone) return { applied: false, seq: 0 };
        if (isRace(sqlState(error)) && attempt < tries) {
          await clock.sleep(attempt * 5);
          continue;
        }
        throw asStorageError(error);
      }
    }
  };

  const listeners = new Set<Parameters<Database['onCommit']>[0]>();
  const database: Database = {
    dialect: 'postgres',
    read: engine.queries,

    async commit(change: Change) {
      let rows: LogEvent[] = [];
      const outcome = await run(async (tx) => {
        let seq = 0;
        if (change.events.length) {
          const [place] = await takePlaces(tx, change);
          if (!place) throw new Error(`site ${change.site} has no log`);
          seq = place.head - change.events.length + 1;
        }
        await runSteps(change.write(tx, seq));
        if (change.events.length) {
          rows = logRows(change, seq, clock.now());
          await (appendEvents(tx, rows) as Awaitable);
          await tx.execute(sql`select pg_notify(${wakeChannel}, ${change.site})`);
        }
        return { applied: true, seq };
      });
      if (!outcome.applied) return outcome;
      cacheEvents(database, rows);
      change.committed?.(outcome.seq);
      if (rows.length) for (const listener of listeners) listener(change.site, change.events);
      return outcome;
    },

    async write(statements) {
      const outcome = await run(async (tx) => {
        await runSteps(statements(tx));
        return { applied: true, seq: 0 };
      });
      return outcome.applied;
    },

    raw: engine.raw,
    async transaction(texts) {
      await engine.transaction(async (tx) => {
        for (const text of texts) await tx.execute(sql.raw(text));
      });
    },
    onCommit: (listener) => void listeners.add(listener),
    onForeignWake: engine.listen,
    sendSignal(text) {
      // Lost is lost: a signal holds for a moment, and the next one comes.
      engine.raw('select pg_notify($1, $2)', [signalChannel, text]).catch(engine.onError);
    },
    onForeignSignal: engine.listenSignals,
    async ping() {
      await engine.raw('select 1', []);
    },
    close: engine.close,
  };
  return database;
};

/** A read that meets a broken line says what it is, too: whoever asked may ask again in a moment. */
const nameFaults = (pool: pg.Pool): void => {
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<unknown>;
  Object.assign(pool, {
    query: async (...given: unknown[]) => {
      try {
        return await query(...given);
      } catch (error) {
        throw asStorageError(error);
      }
    },
  });
};

/**
 * Opens PostgreSQL, or anything that speaks its protocol.
 * @param onError told of connections that break while idle; the pool replaces them
 */
export const openPostgres = (url: string, clock: Clock, onError: (error: unknown) => void): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  pool.on('error', onError);
  // One that is cut while it is lent out, between two statements, has nobody else who listens: it would end the process.
  // Whoever has it hears with their next statement.
  pool.on('connect', (client) => client.on('error', () => {}));
  nameFaults(pool);
  const queries = drizzlePool({ client: pool });
  const listener = createPostgresListener(url, onError);
  return buildPostgres(
    {
      queries: queries as unknown as Queries,
      transaction: (work) => queries.transaction((tx) => work(tx as unknown as Transaction)),
      raw: async <Row>(text: string, parameters: unknown[]) =>
        (await pool.query(text, parameters)).rows as Row[],
      listen: listener.listen,
      listenSignals: listener.listenSignals,
      onError,
      async close() {
        await listener.close();
        await pool.end();
      },
    },
    clock,
  );
};
