import type { HeldReason } from '../../../shared/core/heldReasons.ts';
import type { ModeratedState, ModerationDecision } from '../../../shared/core/moderation/states.ts';
import type { Context } from '../../context.ts';
import type { FeatureItem, ModeratedKind, Reportable } from '../../core/moderation/kind.ts';
import { countReports, reportsOf } from '../../core/moderation/reports/queries.ts';
import { forgetReports } from '../../core/moderation/reports/writes.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import {
  countModeratedQuestions,
  countRefusedQuestions,
  listModeratedQuestions,
  stateOfQuestion,
} from '../queries/moderatedQuestions.ts';
import { findQuestionById, findQuestions, type QuestionRow } from '../queries/questions.ts';
import { homePath, questionPath } from '../rules.ts';
import { questionChangedEvent } from '../searchSource.ts';
import { updateQuestion } from '../writes/questions.ts';
import { answerEvent } from './events.ts';

/*
 * Public questions for moderators. One that staff never made public, or took back themselves, is none: it is between the
 * team and whoever asked.
 */

const toItems = async (ctx: Context, site: Site, rows: readonly QuestionRow[]): Promise<FeatureItem[]> => {
  const reported = await reportsOf(
    ctx,
    site.id,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const state = stateOfQuestion(row);
    if (state === null) return [];
    return [
      {
        id: row.id,
        state,
        reason: state === 'waiting' ? row.reason : null,
        author: {
          name: row.askedBy,
          kind: 'visitor' as const,
          verified: false,
          email: null,
          visitorId: row.askerId,
        },
        title: row.title,
        rich: row.detailsRich,
        files: [],
        context: {
          title: site.name,
          href: state === 'public' ? questionPath(site.key, row.id, row.slug) : homePath(site.key),
        },
        parent: null,
        ...reported(row.id),
        at: row.createdAt,
        editedAt: row.editedAt,
      },
    ];
  });
};

/** Events of a change of a question that moderators see: they list questions beside answers. */
const eventsOf = (id: string) => [answerEvent('changed', id), questionChangedEvent(id)];

/** The columns of a question in a state. */
export const columnsOf = (
  state: ModeratedState,
  reason: HeldReason | null,
  now: number,
): Partial<QuestionRow> => ({
  published: state === 'public',
  withdrawn: state === 'public' ? null : state,
  reason: state === 'waiting' ? reason : null,
  updatedAt: now,
});

const reportable = async (ctx: Context, site: Site, id: string): Promise<Reportable | null> => {
  const row = await findQuestionById(ctx, site.id, id);
  const state = row && stateOfQuestion(row);
  const isHeld = state === 'waiting' && row?.reason === 'reported';
  if (!row || (state !== 'public' && !isHeld)) return null;
  return {
    title: row.title,
    href: isHeld ? null : questionPath(site.key, id, row.slug),
    state: isHeld ? 'held' : 'public',
    mayBeHeld: row.askerId !== null && !row.vetted,
    events: (change) => (change === 'reported' ? [answerEvent('changed', id)] : eventsOf(id)),
    change: (tx, change) => [
      updateQuestion(
        tx,
        site.id,
        id,
        change === 'held'
          ? columnsOf('waiting', 'reported', ctx.clock.now())
          : columnsOf('public', null, ctx.clock.now()),
      ),
    ],
  };
};

const stateAfter: Record<ModerationDecision, ModeratedState> = {
  publish: 'public',
  hide: 'hidden',
  hold: 'waiting',
};

const decide = async (
  ctx: Context,
  site: Site,
  ids: readonly string[],
  decision: ModerationDecision,
  reason: HeldReason,
): Promise<string[]> => {
  const wanted = stateAfter[decision];
  const reported = await countReports(ctx, site.id, ids);
  const changed: string[] = [];
  for (const row of await findQuestions(ctx, site.id, [...new Set(ids)])) {
    const state = stateOfQuestion(row);
    if (state === null || (state === wanted && !reported.has(row.id))) continue;
    await ctx.database.commit({
      site: site.id,
      events: eventsOf(row.id),
      write: (tx) => [
        updateQuestion(tx, site.id, row.id, {
          ...columnsOf(wanted, reason, ctx.clock.now()),
          vetted: wanted === 'public',
        }),
        forgetReports(tx, site.id, row.id),
      ],
    });
    changed.push(row.id);
  }
  return changed;
};

/** Public questions, as the one queue lists them and decides about them. */
export const moderatedQuestions = (ctx: Context): ModeratedKind => ({
  kind: 'question',
  list: async (site, query) => toItems(ctx, site, await listModeratedQuestions(ctx, site.id, query)),
  find: async (site, ids) => toItems(ctx, site, await findQuestions(ctx, site.id, [...ids])),
  count: async (siteId) => ({
    waiting: await countModeratedQuestions(ctx, siteId, 'waiting'),
    reported: await countModeratedQuestions(ctx, siteId, 'reported'),
  }),
  histories: (siteId, visitors) => countRefusedQuestions(ctx, siteId, visitors),
  reportable: (site, id) => reportable(ctx, site, id),
  decide: (site, ids, decision, reason) => decide(ctx, site, ids, decision, reason ?? 'always'),
});
