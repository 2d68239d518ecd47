import { DateTime } from 'luxon';
import { instant } from '../../../shared/core/fields.ts';
import type { ReadOptions } from '../../core/importing/readText.ts';
import type { HeldReason } from '../../../shared/core/heldReasons.ts';

/** A page as another system knew it. */
export interface PageRecord {
  kind: 'page';
  /** Absolute, or a path on the site. */
  url: string;
  /** The owner's own name for it, where that counts and not the address. */
  name?: string | undefined;
  title: string;
  open?: boolean | null | undefined;
  at?: number | undefined;
  extra?: Record<string, unknown> | undefined;
}

/** A comment as another system knew it. */
export interface CommentRecord {
  kind: 'comment';
  /** Where it stands, for who reads the report: a line, a number. */
  row: string;
  page: { url: string; name?: string | undefined; title?: string | undefined };
  /** Unique in its system: importing it again finds it. */
  source: string;
  parent: string | null;
  state: 'approved' | 'pending' | 'spam' | 'deleted';
  reason?: HeldReason | null | undefined;
  byStaff?: boolean | undefined;
  name: string;
  email: string | null;
  website: string | null;
  verified?: boolean | undefined;
  /** Markdown. */
  body: string;
  language?: string | undefined;
  up: number;
  down: number;
  /** Milliseconds since the epoch. */
  at: number;
  editedAt?: number | null | undefined;
  /** Data that Foyer has no place for, stored for the export. */
  extra?: Record<string, unknown> | undefined;
  /** Its own id, where it comes from a Foyer. */
  id?: string | undefined;
}

/** A picture of a comment, with its bytes; its comment comes before it. Only a Foyer takes them out. */
export interface PictureRecord {
  kind: 'picture';
  row: string;
  id: string;
  /** The comment's id. */
  comment: string;
  name: string;
  /** Bytes of what was sent; what is here was written anew. */
  size: number;
  at: number;
  /** Base64. */
  data: string;
}

/** Somebody who wants to hear of a page by mail. Only a Foyer takes them out. */
export interface FollowerRecord {
  kind: 'follower';
  row: string;
  page: CommentRecord['page'];
  id: string;
  /** The comment whose replies they want; null for everything on the page. */
  comment: string | null;
  email: string;
  language: string;
  daily: boolean;
  toldAt: number | null;
  confirmedAt: number | null;
  endedAt: number | null;
  at: number;
}

/** Something that cannot be taken, and why. */
export interface Refused {
  kind: 'refused';
  row: string;
  reason: string;
}

export type ImportRecord = PageRecord | CommentRecord | PictureRecord | FollowerRecord | Refused;

export const refused = (row: string, reason: string): Refused => ({ kind: 'refused', row, reason });

/** The owner's choices about a file, besides what is in it. */
export interface RecordOptions extends ReadOptions {
  /** Time zone of times that name none. */
  zone: string;
  /** The name of a page: its address, or what the other system calls it. */
  pageKey: PageKey;
}

export const pageKeys = ['url', 'identifier'] as const;
export type PageKey = (typeof pageKeys)[number];

/** A page's own name in its system, where names count. */
export const nameFor = ({ pageKey }: RecordOptions, identifier: string): string | undefined =>
  pageKey === 'identifier' && identifier !== '' ? identifier : undefined;

/**
 * Milliseconds of a date as systems write it.
 * @param zone of a date that names none
 * @returns null for what is no date
 */
export const readDate = (text: string, zone = 'utc'): number | null => {
  // Go writes the zone's name behind its offset.
  const trimmed = text
    .trim()
    .replace(/([+-]\d{2}:?\d{2}) [A-Z]{1,5}$/, '$1')
    .replace(/(\.\d{3})\d+/, '$1');
  const isZoned = /(?:Z|[+-]\d{2}:?\d{2}|GMT|UTC)$/i.test(trimmed) && !/^\d{4}-\d{2}-\d{2}$/.test(trimmed);
  // A time without a day would be today's.
  if (!isZoned && !/^\d{4}-\d/.test(trimmed)) return null;
  const at = isZoned ? Date.parse(trimmed) : DateTime.fromISO(trimmed.replace(' ', 'T'), { zone }).toMillis();
  return instant.safeParse(at).success ? at : null;
};

/** A record whose date can't be read. */
export const refusedDate = (row: string, text: string): Refused =>
  refused(row, text.trim() === '' ? 'it has no date' : `its date “${text.trim()}” can’t be read`);
