import type { Push } from '../../shared/alerts/schema.ts';
import type { Context } from '../context.ts';
import { Hopeless } from '../core/jobs/runner.ts';
import type { JobResult } from '../core/jobs/work.ts';
import { listColleagues } from '../core/people/staff/queries.ts';
import { PushRefused } from '../core/push.ts';
import { deleteDevice, hasLogin, type PushDevice } from './queries.ts';

/** Later it is no news: nobody who comes in the morning is flooded with the night. Milliseconds. */
export const freshFor = 15 * 60_000;

/** The result that deletes a browser: nothing reaches it any more. */
export const forget = ({ siteId, id }: PushDevice): JobResult => ({
  kind: 'done',
  write: (tx) => [deleteDevice(tx, siteId, id)],
});

/** Whether a browser is one of somebody who answers, and who is logged in there. */
export const isTheirs = async (ctx: Context, device: PushDevice): Promise<boolean> =>
  (await listColleagues(ctx, device.siteId)).some(({ id }) => id === device.staffId) &&
  (await hasLogin(ctx, device));

/** Hands a push to the browser's push service. @param until when it's no news any more */
export const dispatch = async (
  ctx: Context,
  device: PushDevice,
  push: Push,
  until: number,
): Promise<JobResult> => {
  try {
    await ctx.pusher.send(
      device,
      JSON.stringify(push),
      push.tag.replaceAll('-', ''),
      Math.ceil((until - ctx.clock.now()) / 1_000),
    );
  } catch (error) {
    if (!(error instanceof PushRefused)) throw error;
    ctx.metrics.pushes.inc({ result: 'refused' });
    if (error.isGone) return forget(device);
    throw new Hopeless(error.message);
  }
  ctx.metrics.pushes.inc({ result: 'sent' });
  return { kind: 'done' };
};
