import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { configOf } from '../core/db/columns.ts';
import * as tables from '../tables.ts';

/** A table of the database with what tells its rows apart. */
export interface SiteTable {
  /** As the database calls it. */
  name: string;
  table: SQLiteTable & { siteId: AnySQLiteColumn };
  /** Its primary key without the site, in order. */
  key: { name: string; column: AnySQLiteColumn }[];
  columns: Record<string, AnySQLiteColumn>;
}

/** Tables that don't leave with a site, and why. */
export const left: Readonly<Record<string, string>> = {
  sites: 'its settings stand in the first line',
  logs: 'counted anew',
  events: 'the log of what happened is for those who listen now',
  cursors: 'places in the log',
  jobs: 'what is planned is planned by what happens next',
  setups: 'of the installation',
  installations: 'seen anew',
  staff: 'people stand in the first line',
  sessions: 'logins',
  invitations: 'links that let people in',
  login_steps: 'of the moment',
  oidc_providers: 'secrets of programs',
  oidc_identities: 'logins',
  passkeys: 'of people at this address',
  recovery_codes: 'secrets of people',
  password_resets: 'links that let people in',
  presences: 'of the moment',
  push_devices: 'of browsers at this address',
  api_tokens: 'secrets of programs',
  api_replays: 'answers to programs',
  webhook_endpoints: 'secrets of programs',
  webhook_messages: 'on their way to programs',
  webhook_deliveries: 'on their way to programs',
  webhook_attempts: 'on their way to programs',
  connected_mailboxes: 'sealed with this installation’s secret, and read by one',
  mail_hooks: 'sealed with this installation’s secret, and of its own address',
  mail_addresses: 'taken by the settings',
  mail_budgets: 'of the moment',
  mailboxes: 'places in a mailbox',
  used_links: 'links of this installation',
  visitor_secrets: 'of browsers at this address',
  erasures: 'sealed with this installation’s secret',
  erased_hashes: 'sealed with this installation’s secret',
  search_vectors: 'made anew',
  report_days: 'made anew from facts',
  report_spans: 'made anew from facts',
  report_cursors: 'places in the facts',
  fact_heads: 'counted anew',
  contact_traits: 'made anew',
  message_refresh: 'of the moment',
  widget_reports: 'errors in browsers',
};

const byName = new Map(
  Object.values(tables)
    .flatMap((value) =>
      is(value, Table) ? [[getTableName(value), value as SiteTable['table']] as const] : [],
    )
    // Bundlers order a module's names as they like.
    .sort(([one], [other]) => (one < other ? -1 : 1)),
);

const describe = (name: string, table: SiteTable['table']): SiteTable => {
  const columns = getTableColumns(table) as Record<string, AnySQLiteColumn>;
  const { primaryKeys } = configOf(table);
  const own = primaryKeys[0]?.columns ?? Object.values(columns).filter(({ primary }) => primary);
  const key = Object.entries(columns).flatMap(([name, column]) =>
    name !== 'siteId' && own.some((one) => one.name === column.name) ? [{ name, column }] : [],
  );
  return { name, table, key, columns };
};

/** Tables of a site's data by name, which is the order in which they are written. */
export const moved: readonly SiteTable[] = [...byName]
  .filter(([name]) => !Object.hasOwn(left, name))
  .map(([name, table]) => describe(name, table));

/** Names of all tables. */
export const tableNames: readonly string[] = [...byName.keys()];
