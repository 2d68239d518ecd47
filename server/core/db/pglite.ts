import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Clock } from '../clock.ts';
import type { Database, Queries } from './database.ts';
import { buildPostgres, type Transaction } from './postgres.ts';

/** PostgreSQL inside the process (PGlite): for tests and for trying things out. The caller brings the client. */
export const openPglite = (client: PGlite, clock: Clock): Database => {
  const queries = drizzle({ client });
  return buildPostgres(
    {
      queries: queries as unknown as Queries,
      transaction: (work) => queries.transaction((tx) => work(tx as unknown as Transaction)),
      raw: async <Row>(text: string, parameters: unknown[]) =>
        (await client.query<Row>(text, parameters)).rows,
      // One process, one connection: there is no other committer to hear of.
      listen: () => {},
      listenSignals: () => {},
      onError: () => {},
      close: () => client.close(),
    },
    clock,
  );
};
