import type { Context } from '../../context.ts';
import type { LogEvent } from '../events/tables.ts';
import type { Filled, FillPage, NewFact } from './types.ts';

/**
 * A feature's contribution to reports. What stands in no log (what becomes of suggestions) is kept with `insertFacts`
 * in the very write that it is about.
 */
export interface FactSource {
  /** The facts of a batch of a site's log, in its order. Asked for each batch once; they are written as it is left behind. */
  read(ctx: Context, siteId: string, batch: readonly LogEvent[]): Promise<NewFact[]>;
  /** A page of what was before. */
  fill(ctx: Context, siteId: string, page: FillPage): Promise<Filled>;
}
