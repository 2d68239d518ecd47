import type { ConversationChange } from '../../../shared/inbox/schema.ts';
import type { Decisive, NewEvent, Queries, Statement } from '../db/database.ts';
import type { StaffMember } from '../people/staff/staff.ts';
import type { NewNotice } from './notices.ts';
import type { conversations } from './tables.ts';

type ConversationRow = typeof conversations.$inferSelect;

/** Whoever changes a conversation: a member of staff, or a rule of the site's. */
export interface Actor {
  id: string;
  name: string;
  isRule?: true;
}

/** A conversation before a change, as far as that changed it. */
export interface Before {
  conversation: string;
  row: Record<string, string | number | boolean | null>;
  /** Labels that it did not have, and that it lost. */
  labelsAdded?: string[];
  labelsRemoved?: string[];
}

/** More that belongs to the commit of a change. */
export interface WithChange {
  notices?: readonly NewNotice[];
  events?: readonly NewEvent[];
  /** @param before the conversation before the change; null where that changes nothing */
  write?(tx: Queries, before: Before | null): (Statement | Decisive)[];
}

/** Something that a site has and actions name. */
export interface Named {
  id: string;
  name: string;
}

/** Changes of conversations as staff make them, for features that make them of their own accord. One feature has them. */
export interface ConversationActions {
  /**
   * Changes a conversation, in one commit with what belongs to it.
   * @returns false where a decisive statement found that it had been done
   * @throws Failure `invalid` where the change points at something that isn't there
   */
  change(row: ConversationRow, change: ConversationChange, by: Actor, also: WithChange): Promise<boolean>;
  /** Makes a conversation what it was before a change, unless somebody has changed it since. */
  undo(
    row: ConversationRow,
    change: ConversationChange,
    before: Before,
    by: Actor,
    also: WithChange,
  ): Promise<boolean>;
  /** Changes several at once, to be undone as one: as the inbox does. */
  act(
    siteId: string,
    by: StaffMember,
    given: { id: string; conversations: string[]; change: ConversationChange },
  ): Promise<{ rows: ConversationRow[]; refused: string[]; undoable: boolean }>;
  /** A canned reply's text; null where there's none. */
  findReply(siteId: string, id: string): Promise<string | null>;
  list(siteId: string): Promise<{ teams: Named[]; labels: Named[]; replies: Named[] }>;
}
