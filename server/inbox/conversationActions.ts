import type { Context } from '../context.ts';
import type { ConversationActions } from '../core/conversations/actions.ts';
import { notFound } from '../core/http/failure.ts';
import { beforeOf, planChange } from './change.ts';
import { findReplies, listReplies } from './queries/cannedReplies.ts';
import { readNames } from './queries/changeNames.ts';
import { listLabels } from './queries/labels.ts';
import { listTeams } from './queries/teams.ts';
import { act, planUndo } from './writes/actions.ts';
import { labelsOn, writeChange } from './writes/changes.ts';

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

/** The inbox's changes of conversations, for other features. */
export const conversationActions = (ctx: Context): ConversationActions => ({
  async change(row, change, by, also) {
    if (row.mergedInto) throw notFound();
    const names = await readNames(ctx, row.siteId, change);
    const own = await labelsOn(ctx, row);
    const now = ctx.clock.now();
    const before = beforeOf(row, own, change, names, by, now);
    return writeChange(ctx, row, planChange(row, own, change, names, by, now), {
      ...also,
      write: (tx) => also.write?.(tx, before) ?? [],
    });
  },
  async undo(row, change, before, by, also) {
    const planned = planUndo(row, await labelsOn(ctx, row), change, before, by, ctx.clock.now());
    return writeChange(ctx, row, planned ?? { row: {}, added: [], removed: [], notices: [], wakeAt: null }, {
      ...also,
      write: (tx) => also.write?.(tx, before) ?? [],
    });
  },
  act: (siteId, by, given) => act(ctx, siteId, by, given),
  findReply: async (siteId, id) => (await findReplies(ctx, siteId, [id]))[0]?.body ?? null,
  async list(siteId) {
    const [teams, labels, replies] = await Promise.all([
      listTeams(ctx, siteId),
      listLabels(ctx, siteId),
      listReplies(ctx, siteId),
    ]);
    return {
      teams: teams.map(named),
      labels: labels.map(named),
      replies: replies.map(({ id, title, language }) => ({
        id,
        name: language ? `${title} (${language})` : title,
      })),
    };
  },
});
