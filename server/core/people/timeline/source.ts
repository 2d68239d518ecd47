import type { TimelineKind } from '../../../../shared/core/people/timelineKinds.ts';
import type { Person } from '../privacy/person.ts';

/** One thing that a person did, or that was done for them. */
export interface TimelineEntry {
  kind: TimelineKind;
  /** Unique in its source. */
  id: string;
  at: number;
  by: 'person' | 'staff' | 'system';
  /** Its first words, as they were written; empty where there are none. */
  text: string;
  /** More about it: the channel of a conversation, the state of a call, a score. */
  detail: string | null;
  /** The conversation in which staff see it. */
  conversation: string | null;
  /** The page it stands on, or that it was written from: an address, or a path of ours. */
  url: string | null;
}

/** A place in a source, the newest first: entries at the same time go by id. */
export interface TimelinePlace {
  at: number;
  /** Empty for all that is older than the time. */
  id: string;
}

/** A source of entries: everything that a feature keeps of a person, in time. Bound to the context. */
export interface TimelineSource {
  /** Entries after a place, the newest first. */
  read(person: Person, after: TimelinePlace, max: number): Promise<TimelineEntry[]>;
}

/** Characters of an entry's text. */
export const maxTimelineText = 280;
