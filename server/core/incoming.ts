import type { Database } from './db/database.ts';

/** Something that a person wrote or looked for, as it came in: trends are seen in them. */
export interface IncomingItem {
  id: string;
  kind: 'conversation' | 'comment' | 'search';
  text: string;
  language: string;
  /** Null where the site doesn't know who it was. */
  visitorId: string | null;
  /** Tells one person from another as well as can be: by visitor, else by visit. */
  person: string;
  conversationId: string | null;
  at: number;
}

/** A feature's incoming items. */
export interface IncomingSource {
  /** Kinds of the events that say that there may be one; what is in no log is announced by `noticeIncoming`. */
  readonly events: readonly string[];
  /** Items since an instant, the newest first; one that changed comes again under its id. */
  list(
    ctx: { readonly database: Database },
    siteId: string,
    since: number,
    limit: number,
  ): Promise<IncomingItem[]>;
}
