import { fillPlaceholders, sql } from 'drizzle-orm';
import { dialect } from '../../config.ts';
import type { Queries, Statement } from './database.ts';

/** Gives the value of a name; on SQLite a placeholder for it. Typed as whatever the builder wants there. */
// biome-ignore lint/suspicious/noExplicitAny: a value of any column
export type ValueOf<Name extends string> = (name: Name) => any;

/**
 * A write on every message's path. Building a statement's text costs more than running it on SQLite: there it is built
 * once, with placeholders; PostgreSQL, which waits for its network anyway, builds it anew.
 * @param build must make the same text whatever the values are
 */
export const cachedWrite = <Name extends string>(build: (tx: Queries, value: ValueOf<Name>) => Statement) => {
  let made: { sql: string; params: unknown[] } | undefined;
  return (tx: Queries, values: Record<Name, unknown>): Statement => {
    if (dialect === 'postgres') return build(tx, (name) => values[name]);
    made ??= build(tx, (name) => sql.placeholder(name)).toSQL();
    const { sql: text, params } = made;
    return { toSQL: () => ({ sql: text, params: fillPlaceholders(params, values) }) };
  };
};
