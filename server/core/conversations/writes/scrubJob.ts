import { scrubSqlite } from '../../db/scrub.ts';
import type { JobHandler } from '../../jobs/handlers.ts';

export const scrubJobKind = 'messages.scrub';

/** Leaves nothing in the full text of what was removed. Merging its segments may take a while: nobody waits for it. */
export const scrubJob: JobHandler = async (ctx) => {
  await scrubSqlite(ctx.database);
  return { kind: 'done' };
};
