import type { Removed } from '../../../../shared/core/conversations/schema.ts';
import type { PersonalDataKind } from '../../../../shared/core/people/personalDataKinds.ts';
import type { Condition, Decisive, NewEvent, Queries, Statement } from '../../db/database.ts';

/** Somebody as a site knows them: their visitors, and the names and addresses that are theirs. */
export interface Person {
  siteId: string;
  /** Ids of visitors. */
  visitors: string[];
  /** Names that the site itself signed. */
  subjects: string[];
  /** Addresses that are theirs, each in its one form. */
  emails: string[];
  /** Addresses that they typed and nobody has shown to be theirs. */
  typed: string[];
  /** Conversations that go by themselves, whoever's they were: they are too old. */
  conversations?: string[];
  /** True when they ask for themselves: the team's notes are not theirs to read. */
  isSelf: boolean;
}

/** An exported row: its columns, without those that say nothing to a person. */
export type PersonalRow = Record<string, unknown>;

/** A file that belongs to an export. */
export interface PersonalFile {
  id: string;
  name: string;
  type: string;
}

/** One batch of an erasure. What is done twice changes nothing: a process may die between any two. */
export interface EraseBatch {
  events?: NewEvent[];
  write(tx: Queries, seq: number): (Statement | Decisive)[];
  /** Ids of files whose bytes go before their rows: bytes without a row would be found by nobody. */
  files?: string[];
  /** Ids of what it takes away and of what shows it: copies that others keep under them go with it, see `eraseCopies`. */
  copies?: string[];
}

/**
 * Why a visitor or a conversation isn't deleted for its age alone, as a condition on a row of `visitors` or
 * `conversations`. It names those tables: drizzle leaves a column's table out of a query of one table.
 */
export interface Ties {
  visitor?: Condition;
  conversation?: Condition;
}

/** The reason to forget: a person asked for it, or it was too old. */
export type ForgetAfter = 'person' | 'age';

/** Public pages that were made of what a person wrote. */
export interface PublicPages {
  /** In their words: they go with them. */
  go: number;
  /** In the team's words: they stay. */
  stay: number;
}

/** A feature's personal data, bound to the context: see `personalData.ts`. */
export interface KeptData {
  readonly kind: PersonalDataKind;
  count(person: Person): Promise<number>;
  export(person: Person): AsyncIterable<PersonalRow>;
  files?(person: Person): AsyncIterable<PersonalFile>;
  erase(person: Person): Promise<EraseBatch | null>;
  forget?(siteId: string, after: ForgetAfter): void | Promise<void>;
  addresses?(siteId: string): AsyncIterable<string>;
  pages?(person: Person): Promise<PublicPages>;
  redact?(tx: Queries, siteId: string, messageId: string, what: Removed['what']): Statement[];
  eraseCopies?(tx: Queries, siteId: string, ids: readonly string[]): Statement[];
  readonly ties?: Ties;
}

/** The kind of name behind an erased person's hash. */
export type ErasedName = 'visitor' | 'subject' | 'email' | 'secret';

/** One erasure as it is written down outside of the database. */
export interface Tombstone {
  site: string;
  at: number;
  hashes: string[];
}

/** Those who were erased, as keyed hashes: who has no key learns nothing from them, not even by guessing addresses. */
export interface Tombstones {
  hashOf(siteId: string, name: ErasedName, value: string): string;
  /** The hashes of all that a person is known by. @param secrets of their browsers, as they are stored */
  hashesOf(person: Person, secrets: readonly string[]): string[];
  /** When whoever has this name was erased; null for who was not. */
  erasedAt(siteId: string, name: ErasedName, value: string): Promise<number | null>;
  /** Writes an erasure into the file, and has it on disk. */
  append(tombstone: Tombstone): Promise<void>;
}

/** Rows that one batch reads or erases. */
export const batchSize = 200;
