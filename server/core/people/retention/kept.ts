import type { RetentionKind } from '../../../../shared/core/people/retentionKinds.ts';
import type { Decisive, NewEvent, Queries, Statement } from '../../db/database.ts';

/** The amount of data of a kind older than a time, and since when: closed, made or last seen. */
export interface OldData {
  count: number;
  oldest: number | null;
}

/** People and conversations that are no more, whose other data goes next. */
export interface Remains {
  visitors: string[];
  conversations: string[];
}

/** One write of what is too old. Where its decisive statement changes nothing, it has become young meanwhile, and stays. */
export interface OldBatch {
  /** The number of rows of the kind that go with it. */
  count: number;
  events?: NewEvent[];
  write(tx: Queries, seq: number): (Statement | Decisive)[];
  /** People whose other data their erasers take away next. */
  remains?: Partial<Remains>;
}

/** A retention, bound to the context: see `retention.ts`. */
export interface KeptForTime {
  readonly kind: RetentionKind;
  look(siteId: string, before: number): Promise<OldData>;
  next(siteId: string, before: number): Promise<OldBatch[]>;
}

/** Rows that one batch takes away. */
export const oldBatchSize = 200;
