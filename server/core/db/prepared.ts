import type { Database, Queries } from './database.ts';

interface Preparable<Row> {
  prepare(name: string): { execute(values: Record<string, unknown>): Promise<Row[]> };
}

/**
 * A query on every request's path: its text is built once a database, with `sql.placeholder` for what varies.
 * @param name unique; PostgreSQL keeps the plan under it
 */
export const preparedQuery = <Row>(
  name: string,
  build: (queries: Queries) => { execute(): Promise<Row[]> },
) => {
  const made = new WeakMap<Database, ReturnType<Preparable<Row>['prepare']>>();
  return (database: Database, values: Record<string, unknown>): Promise<Row[]> => {
    let query = made.get(database);
    if (!query) {
      query = (build(database.read) as unknown as Preparable<Row>).prepare(name);
      made.set(database, query);
    }
    return query.execute(values);
  };
};
