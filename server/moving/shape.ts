import type { ScaledRating } from '../../shared/core/conversations/ratingScale.ts';

/** Somebody in another help desk. */
export interface MovedPerson {
  /** As the other help desk knows them. */
  id: string;
  name: string | null;
  email: string | null;
}

/** A custom field with its value, by the name that its owner gave it. */
export interface MovedField {
  name: string;
  value: string;
}

/** A rating of a conversation (CSAT). */
export interface MovedRating extends ScaledRating {
  comment: string;
  /** Null where the file doesn't say: as late as the conversation's end. */
  at: number | null;
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
  rating?: MovedRating | null;
  /** True where the visitor was asked for a rating, given or not. */
  isRatingAsked?: boolean;
  /** Custom fields of the conversation, and of whoever wrote. */
  fields?: MovedField[];
  personFields?: MovedField[];
  /** The oldest first; at least one. */
  messages: MovedMessage[];
}

/** A record that can't be taken, and why, for whoever reads the report. */
export class RecordFault extends Error {
  override readonly name = 'RecordFault';
}

/** Somebody whom a record describes. */
export interface ListedPerson extends MovedPerson {
  isStaff: boolean;
  fields?: MovedField[];
}

/** People and names of custom fields by their ID, which a file explains besides its conversations. */
export interface Explained {
  people: ReadonlyMap<string, ListedPerson>;
  fields: ReadonlyMap<string, string>;
}

/** One help desk's way of writing conversations. */
export interface Source {
  /** Places of a file's lists, as `tickets` or `data.payload`; a file can be a bare list, or one record a line, too. */
  lists: readonly string[];
  /** Somebody whom a record describes; null for a record of another kind. */
  person?(record: Record<string, unknown>): ListedPerson | null;
  /** The name of a custom field that a record describes; null for a record of another kind. */
  field?(record: Record<string, unknown>): { id: string; name: string } | null;
  /** The conversation of a record; null for a record of another kind. @throws RecordFault */
  conversation(record: Record<string, unknown>, explained: Explained): MovedConversation | null;
}
