/** Somebody in another help desk. */
export interface MovedPerson {
  /** As the other help desk knows them. */
  id: string;
  name: string | null;
  email: string | null;
}

/** One message of another help desk, in words. */
export interface MovedMessage {
  id: string;
  at: number;
  by: 'person' | 'staff';
  /** Its writer; null where the file doesn't say. */
  author: MovedPerson | null;
  isNote: boolean;
  /** Plain text or Markdown. */
  text: string;
  /** Names of files that it carried: they aren't fetched. */
  files: string[];
}

/** A conversation of another help desk in our own words, whichever it was. */
export interface MovedConversation {
  id: string;
  subject: string;
  isClosed: boolean;
  isMail: boolean;
  closedAt: number | null;
  person: MovedPerson;
  assignee: MovedPerson | null;
  labels: string[];
  /** The oldest first; at least one. */
  messages: MovedMessage[];
}

/** A record that can't be taken, and why, for whoever reads the report. */
export class RecordFault extends Error {
  override readonly name = 'RecordFault';
}

/** People of a file by their ID, where its conversations name only that. */
export type People = ReadonlyMap<string, MovedPerson & { isStaff: boolean }>;

/** One help desk's way of writing conversations. */
export interface Source {
  /** Places of a file's lists, as `tickets` or `data.payload`; a file can be a bare list, or one record a line, too. */
  lists: readonly string[];
  /** Somebody whom a record describes; null for a record of another kind. */
  person?(record: Record<string, unknown>): (MovedPerson & { isStaff: boolean }) | null;
  /** The conversation of a record; null for a record of another kind. @throws RecordFault */
  conversation(record: Record<string, unknown>, people: People): MovedConversation | null;
}
