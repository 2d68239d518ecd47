import * as postgres from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';
import { dialect } from '../../config.ts';

/*
 * Two column kits with the same names. Features write a table once, in these words; the process's dialect decides
 * which kit makes it. The PostgreSQL kit is cast, here and nowhere else, to the type of the SQLite kit: features use
 * only what both query builders share.
 */

const parse = <Value>(text: string): Value => JSON.parse(text) as Value;

const sqliteKit = {
  table: sqlite.sqliteTable,
  configOf: sqlite.getTableConfig,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  check: sqlite.check,
  /** UTF-8 text of any length. */
  text: (name: string) => sqlite.text(name),
  /** A whole number, exact up to 2^53. */
  int: (name: string) => sqlite.integer(name, { mode: 'number' }),
  bool: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
  /** Milliseconds since the epoch. */
  at: (name: string) => sqlite.integer(name, { mode: 'number' }),
  /** A place in the site's log. */
  seq: (name: string) => sqlite.integer(name, { mode: 'number' }),
  real: (name: string) => sqlite.real(name),
  /** JSON kept as text on both engines: what is read is byte for byte what was written. */
  json: <Value>(name: string) =>
    sqlite.customType<{ data: Value; driverData: string }>({
      dataType: () => 'text',
      toDriver: (value) => JSON.stringify(value),
      fromDriver: parse<Value>,
    })(name),
};

const postgresKit = {
  table: postgres.pgTable,
  configOf: postgres.getTableConfig,
  index: postgres.index,
  uniqueIndex: postgres.uniqueIndex,
  primaryKey: postgres.primaryKey,
  check: postgres.check,
  text: (name: string) => postgres.text(name),
  int: (name: string) => postgres.bigint(name, { mode: 'number' }),
  bool: (name: string) => postgres.boolean(name),
  at: (name: string) => postgres.bigint(name, { mode: 'number' }),
  seq: (name: string) => postgres.bigint(name, { mode: 'number' }),
  real: (name: string) => postgres.doublePrecision(name),
  json: <Value>(name: string) =>
    postgres.customType<{ data: Value; driverData: string }>({
      dataType: () => 'text',
      toDriver: (value) => JSON.stringify(value),
      fromDriver: parse<Value>,
    })(name),
};

export const {
  table,
  configOf,
  index,
  uniqueIndex,
  primaryKey,
  check,
  text,
  int,
  bool,
  at,
  seq,
  real,
  json,
} = dialect === 'postgres' ? (postgresKit as unknown as typeof sqliteKit) : sqliteKit;
