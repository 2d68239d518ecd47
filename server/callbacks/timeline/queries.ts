import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { firstWords, timelineOf } from '../../core/people/timeline/queries/rows.ts';
import type { TimelineSource } from '../../core/people/timeline/source.ts';
import { callbackSteps } from '../tables.ts';

/** Steps of calls in a person's time line. */
export const callTimeline = (ctx: Context): TimelineSource[] => [
  timelineOf<{ note: string; state: string; actor: string; callback: string }>(ctx, {
    table: callbackSteps,
    key: callbackSteps.id,
    at: callbackSteps.at,
    of: ({ siteId, visitors }) =>
      visitors.length
        ? sql`${callbackSteps.callbackId} in (select own.id from callbacks own where own.site_id = ${siteId} and own.visitor_id in ${visitors})`
        : sql`1 = 0`,
    select: {
      note: firstWords(callbackSteps.note),
      state: callbackSteps.state,
      actor: callbackSteps.actorKind,
      callback: callbackSteps.callbackId,
    },
    toEntry: ({ note, state, actor, callback }) => ({
      kind: 'call',
      by: actor === 'visitor' ? 'person' : actor === 'staff' ? 'staff' : 'system',
      text: note,
      detail: state,
      conversation: callback,
      url: null,
    }),
  }),
];
