import type { Context } from '../../../context.ts';
import type { Queries, Statement } from '../../db/database.ts';
import { emptyReplays } from '../tokens/writes/replays.ts';

/** The statements that take away what features keep of what goes, by the ids of what goes and of what shows it. */
export const eraseCopies = (
  ctx: Pick<Context, 'personalData'>,
  tx: Queries,
  siteId: string,
  ids: readonly string[],
): Statement[] => ctx.personalData.flatMap((data) => data.eraseCopies?.(tx, siteId, ids) ?? []);

/** As {@link eraseCopies}, for what is taken away by itself: answers that were kept for programs may have it, too. */
export const withdrawCopies = (
  ctx: Pick<Context, 'personalData'>,
  tx: Queries,
  siteId: string,
  ids: readonly string[],
): Statement[] => [...eraseCopies(ctx, tx, siteId, ids), emptyReplays(tx, siteId)];
