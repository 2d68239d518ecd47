import type { Context } from '../../context.ts';
import { logs } from './tables.ts';

/** Another process (an import on the command line) may write to the same file; its commits are noticed so often. */
const interval = 1_000;

/** Wakes readers of logs that grew without this process committing. @returns a function that stops it */
export const watchLogs = (ctx: Context): (() => void) => {
  const heads = new Map<string, number>();
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      for (const { siteId, head } of await ctx.database.read
        .select({ siteId: logs.siteId, head: logs.head })
        .from(logs)) {
        // A site that is seen for the first time may have grown since somebody read it: that is a wake, too.
        if (heads.get(siteId) !== head) ctx.bus.wake(siteId);
        heads.set(siteId, head);
      }
    } catch (err) {
      ctx.metrics.faults.inc({ kind: 'watch' });
      ctx.log.error({ err }, 'the logs could not be read');
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), interval);
  timer.unref();
  return () => clearInterval(timer);
};
