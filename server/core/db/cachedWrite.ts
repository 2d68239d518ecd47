import { is, Param, Placeholder, sql } from 'drizzle-orm';
import { dialect } from '../../config.ts';
import type { Queries, Statement } from './database.ts';

/** Gives the value of a name; on SQLite a placeholder for it. Typed as whatever the builder wants there. */
// biome-ignore lint/suspicious/noExplicitAny: a value of any column
export type ValueOf<Name extends string> = (name: Name) => any;

type Filler = (values: Record<string, unknown>) => unknown;

/** The filler that takes a parameter's value from those that are given. */
const fillerOf = (param: unknown): Filler => {
  if (is(param, Placeholder)) return (values) => values[param.name];
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
  const { encoder, value } = param;
  const { name } = value;
  // As the builder does with values: nothing is not encoded, or JSON would write it down as a word.
  return (values) => (values[name] === null ? null : encoder.mapToDriverValue(values[name]));
};

/**
 * A write on every message's path. Building a statement's text costs more than running it on SQLite: there it is built
 * once, with placeholders; PostgreSQL, which waits for its network anyway, builds it anew.
 * @param build must make the same text whatever the values are
 */
export const cachedWrite = <Name extends string>(build: (tx: Queries, value: ValueOf<Name>) => Statement) => {
  let made: { sql: string; fillers: Filler[] } | undefined;
  return (tx: Queries, values: Record<Name, unknown>): Statement => {
    if (dialect === 'postgres') return build(tx, (name) => values[name]);
    if (!made) {
      const { sql: text, params } = build(tx, (name) => sql.placeholder(name)).toSQL();
      made = { sql: text, fillers: params.map(fillerOf) };
    }
    const { sql: text, fillers } = made;
    return { toSQL: () => ({ sql: text, params: fillers.map((fill) => fill(values)) }) };
  };
};
