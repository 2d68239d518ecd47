import type { HeldReason } from '../../../shared/core/heldReasons.ts';
import type { History, ModeratedItem } from '../../../shared/core/moderation/schema.ts';
import type { ModerationDecision, QueueState } from '../../../shared/core/moderation/states.ts';
import type { Site } from '../people/sites/sites.ts';
import type { NewEvent, Queries, Statement } from '../db/database.ts';

/** An item as its feature tells of it; what is known of its author is added by the queue. */
export interface FeatureItem extends Omit<ModeratedItem, 'kind' | 'author'> {
  author: Omit<ModeratedItem['author'], 'history' | 'block'> & {
    /** The visitor who wrote it; null for staff and for who is not known. */
    visitorId: string | null;
  };
}

/** A place in a list: what it is ordered by. */
export interface QueuePlace {
  at: number;
  id: string;
}

/** A part of a feature's items: what waits the oldest first, others the newest first. */
export interface ItemQuery {
  state: QueueState;
  /** Words that title, text or author hold. */
  search?: string | undefined;
  /** Of one visitor alone. */
  author?: string | undefined;
  after: QueuePlace | null;
  limit: number;
}

/** An item that readers can report, as its feature knows it. */
export interface Reportable {
  /** Its words, or those that it stands beside. */
  title: string;
  /** Where it's read; null while it isn't. */
  href: string | null;
  state: 'public' | 'held';
  /** False for what is the team's, and for what one of them approved as it is. */
  mayBeHeld: boolean;
  /** Events of a report that changed nothing else, of holding it, and of showing it again. */
  events(change: 'reported' | 'held' | 'shown'): NewEvent[];
  /** Statements that hold it for staff, or show it again. */
  change(tx: Queries, change: 'held' | 'shown', seq: number): Statement[];
  /** Counts one report more or less, where the feature keeps the number. */
  count?(tx: Queries, by: 1 | -1): Statement[];
}

/** Something that visitors write in public, and staff decide about: registered by its feature, see `feature.ts`. */
export interface ModeratedKind {
  /** The feature's word for one, as the queue's routes name it. */
  readonly kind: string;
  list(site: Site, query: ItemQuery): Promise<FeatureItem[]>;
  find(site: Site, ids: readonly string[]): Promise<FeatureItem[]>;
  count(siteId: string): Promise<{ waiting: number; reported: number }>;
  /** Counts what of some visitors was approved, and what was refused. */
  histories(siteId: string, visitors: readonly string[]): Promise<Map<string, History>>;
  /** The item that readers report, public or waiting because of reports; null for others. */
  reportable(site: Site, id: string): Promise<Reportable | null>;
  /** Takes a decision, each in a commit of its own. @returns the ids that it changed */
  decide(
    site: Site,
    ids: readonly string[],
    decision: ModerationDecision,
    reason?: HeldReason,
  ): Promise<string[]>;
}
