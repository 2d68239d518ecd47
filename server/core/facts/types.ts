import type { FactKind } from '../../../shared/core/facts/kinds.ts';
import type { LogEvent } from '../events/tables.ts';
import type { ConversationState } from './tables.ts';

/** A fact that is to be kept, see `factKinds`. What is absent is null. */
export interface NewFact {
  kind: FactKind;
  at: number;
  subjectId?: string | null | undefined;
  channel?: string | null | undefined;
  staffId?: string | null | undefined;
  teamId?: string | null | undefined;
  language?: string | null | undefined;
  value?: number | null | undefined;
  clock?: number | null | undefined;
  state?: ConversationState | null | undefined;
}

/** Where filling in what was before facts were kept goes on. */
export interface FillPage {
  /** Key of the last row that was looked at; empty at the beginning. */
  after: string;
  /** Place of the log, and time, from which on facts are kept as they happen. */
  start: number;
  before: number;
}

/** Facts of the time before facts were kept, as far as rows still tell. */
export interface Filled {
  facts: NewFact[];
  /** Null where nothing is left. */
  after: string | null;
}

/** The facts of all features, bound to the context. */
export interface BoundFacts {
  read(siteId: string, batch: readonly LogEvent[]): Promise<NewFact[]>;
  /** @returns null where there is no such source */
  fill(part: number, siteId: string, page: FillPage): Promise<Filled> | null;
}
