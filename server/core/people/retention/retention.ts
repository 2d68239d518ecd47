import type { RetentionKind } from '../../../../shared/core/people/retentionKinds.ts';
import type { Context } from '../../../context.ts';
import type { KeptForTime, OldBatch, OldData } from './kept.ts';

/**
 * A feature's data kept for a time that the owner sets: it says what is older, and takes it away in bounded batches. A
 * feature registers it, see `retentions` in `feature.ts`.
 */
export interface Retention {
  readonly kind: RetentionKind;
  look(ctx: Context, siteId: string, before: number): Promise<OldData>;
  /** The next writes, each by itself; empty when nothing is left. */
  next(ctx: Context, siteId: string, before: number): Promise<OldBatch[]>;
}

export const bindRetention = (ctx: Context, { kind, look, next }: Retention): KeptForTime => ({
  kind,
  look: (siteId, before) => look(ctx, siteId, before),
  next: (siteId, before) => next(ctx, siteId, before),
});
