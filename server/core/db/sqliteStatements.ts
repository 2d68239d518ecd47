import type Sqlite from 'better-sqlite3';
import { BoundedMap } from '../boundedMap.ts';
import type { Statement } from './database.ts';

/** Makes a value when it is first asked for: statements cannot be prepared before the tables are there. */
export const lazily = <Value>(make: () => Value): (() => Value) => {
  let value: Value | undefined;
  return () => (value ??= make());
};

/** Runs one built statement inside the open transaction; true when it changed something. */
export const runStatement = (
  client: Sqlite.Database,
  prepared: BoundedMap<string, Sqlite.Statement>,
  statement: Statement,
): boolean => {
  const { sql, params } = statement.toSQL();
  let compiled = prepared.get(sql);
  if (!compiled) {
    compiled = client.prepare(sql);
    prepared.set(sql, compiled);
  }
  return compiled.reader ? compiled.all(...params).length > 0 : compiled.run(...params).changes > 0;
};

/** Statements that are kept compiled for the query builder. */
const maxStatements = 600;

/**
 * The same client for the query builder, which compiles every statement anew: that costs more than running it. Its
 * texts are few, so what was compiled is kept, the least recently used going first.
 */
export const withCachedStatements = (client: Sqlite.Database): Sqlite.Database => {
  const statements = new BoundedMap<string, Sqlite.Statement>(maxStatements);
  const prepare = (text: string): Sqlite.Statement => {
    const known = statements.get(text);
    if (known) return known;
    const made = client.prepare(text);
    statements.set(text, made);
    return made;
  };
  return new Proxy(client, {
    get(target, name) {
      if (name === 'prepare') return prepare;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};
