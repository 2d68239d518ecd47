import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';

/** A feature's table of those who follow something of its by mail: its own columns beside these. */
export type FollowerTable = SQLiteTable &
  Record<'siteId' | 'id' | 'email' | 'language' | 'confirmedAt' | 'endedAt', SQLiteColumn>;

/** The columns of a follower that are the same for all features. */
export interface Follower {
  siteId: string;
  id: string;
  /** In the form that addresses are compared in. */
  email: string;
  language: string;
  /** When they said by mail that it was they; null until then. */
  confirmedAt: number | null;
  endedAt: number | null;
}
