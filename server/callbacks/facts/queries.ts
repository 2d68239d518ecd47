import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { CallbackRow, StepRow } from '../queries.ts';
import { callbacks, callbackSteps } from '../tables.ts';

type Reads = Pick<Context, 'database'>;

export const findCallbacks = async (
  { database }: Reads,
  siteId: string,
  ids: string[],
): Promise<CallbackRow[]> =>
  ids.length === 0
    ? []
    : database.read
        .select()
        .from(callbacks)
        .where(and(eq(callbacks.siteId, siteId), inArray(callbacks.id, ids)));

/** Calls in the order of their ids, after one. */
export const listCallbacksAfter = (
  { database }: Reads,
  siteId: string,
  after: string,
  limit: number,
): Promise<CallbackRow[]> =>
  database.read
    .select()
    .from(callbacks)
    .where(and(eq(callbacks.siteId, siteId), gt(callbacks.id, after)))
    .orderBy(asc(callbacks.id))
    .limit(limit);

/** All steps of calls, each call's in their order. */
export const listStepsOf = async ({ database }: Reads, siteId: string, ids: string[]): Promise<StepRow[]> =>
  ids.length === 0
    ? []
    : database.read
        .select()
        .from(callbackSteps)
        .where(and(eq(callbackSteps.siteId, siteId), inArray(callbackSteps.callbackId, ids)))
        .orderBy(asc(callbackSteps.callbackId), asc(callbackSteps.revision));
