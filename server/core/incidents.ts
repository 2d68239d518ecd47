import type { Queries, Statement } from './db/database.ts';
import type { Site } from './people/sites/sites.ts';

/** Somebody who wrote of an incident: they hear when it is over. */
export interface Reporter {
  visitorId: string;
  language: string;
  /** The conversation in which they wrote of it; null for a comment or a search. */
  conversationId: string | null;
}

export interface NewIncident {
  id: string;
  /** By language: Markdown, as announcements are. */
  texts: Record<string, { title: string; body: string }>;
  /** Words by which it's found while somebody types, besides its own. */
  keywords: string;
  staffId: string;
  reporters: readonly Reporter[];
}

export interface KnownIncident {
  id: string;
  title: string;
  path: string;
  closedAt: number | null;
}

/** Incidents as other features use them: the feature that has them binds it to the context. */
export interface Incidents {
  /** Opens one for everybody, with its reporters; the same id again changes nothing. @throws Failure `invalid` */
  open(site: Site, incident: NewIncident): Promise<void>;
  /** Statements that link more of its reporters, each once. */
  follow(tx: Queries, siteId: string, id: string, reporters: readonly Reporter[]): Statement[];
  /** Those that there are. */
  find(site: Site, ids: readonly string[], language: string): Promise<KnownIncident[]>;
}
