import type Sqlite from 'better-sqlite3';
import type { LogEvent } from '../events/tables.ts';
import { lazily } from './sqliteStatements.ts';

/** The log as the open transaction moves it on: each site's head is read once, and written once before the commit. */
export const createSqliteLog = (client: Sqlite.Database) => {
  // On every commit's path, so prepared by hand once instead of built anew: what append.ts says for PostgreSQL.
  const readHead = lazily(() => client.prepare('select head from logs where site_id = ?').pluck());
  const setHead = lazily(() => client.prepare('update logs set head = ? where site_id = ?'));
  const appendEvent = lazily(() =>
    client.prepare(
      'insert into events (site_id, seq, at, kind, visitor_id, conversation_id, subject_id, audience, amount) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
  );
  const append = (row: LogEvent): void =>
    void appendEvent().run(
      row.siteId,
      row.seq,
      row.at,
      row.kind,
      row.visitorId,
      row.conversationId,
      row.subjectId,
      row.audience,
      row.amount,
    );

  /** The places to which the open transaction has moved the logs. */
  const heads = new Map<string, number>();
  const headOf = (site: string): number => {
    const head = heads.get(site) ?? (readHead().get(site) as number | undefined);
    if (head === undefined) throw new Error(`site ${site} has no log`);
    return head;
  };
  return {
    headOf,
    append,
    moveTo: (site: string, head: number): void => void heads.set(site, head),
    /** Forgets how far the logs were moved: nothing of it is in the open transaction. */
    clear: (): void => heads.clear(),
    /** Writes how far the logs were moved; before the commit. */
    writeHeads(): void {
      for (const [site, head] of heads) setHead().run(head, site);
    },
  };
};

export type SqliteLog = ReturnType<typeof createSqliteLog>;
