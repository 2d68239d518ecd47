import type { RuleAction } from '../../shared/rules/schema.ts';
import type { Context } from '../context.ts';
import type { Actor, Before } from '../core/conversations/actions.ts';
import type { ratingAskedEvent } from '../core/conversations/changes.ts';
import type { NewNotice } from '../core/conversations/notices.ts';
import { type ConversationRow, findConversation } from '../core/conversations/queries/conversations.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import { derivedId } from '../core/derivedId.ts';
import { Failure } from '../core/http/failure.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { pushNotice } from '../core/people/staff/notice.ts';
import { listColleagues } from '../core/people/staff/queries.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { autoReply } from './autoReply.ts';
import { changeOf } from './changeOf.ts';
import { findRun, listWaiting, type RunRow, wasLimited } from './queries.ts';
import { addMention, auditRule, settleRun } from './writes.ts';

const hour = 3_600_000;

/** Things that rules do in one conversation within an hour, at the most. */
export const maxPerHour = 20;

/** Names the writer of pushes about rules. */
export const ruleNotice = 'rules';

/** The event of a firing that programs are told of: its subject is the firing. */
export const firedKind = 'rule.fired';

export const actorOf = (run: RunRow): Actor => ({ id: run.ruleId, name: run.name, isRule: true });

const lineOf = (
  run: RunRow,
  kind: 'rule_note' | 'rule_told' | 'rule_limited',
  values: NewNotice['notice']['values'],
): NewNotice => ({
  id: derivedId(kind, run.id),
  visibility: 'note',
  notice: { kind, values: { by: run.name, rule: run.ruleId, ...values } },
});

/** The firing as a part of the commit that does it: what is said, whom it tells, and what becomes of it. */
interface Plan {
  notices: NewNotice[];
  actions: readonly RuleAction[];
  events: ReturnType<typeof ratingAskedEvent>[];
  write(tx: Queries, now: number): Statement[];
}

/** Tells a person of the team: a line, a mention that they have not looked at, an email and a push. */
const tell = async (
  ctx: Context,
  run: RunRow,
  to: string,
): Promise<Pick<Plan, 'notices' | 'write'> | null> => {
  const person = (await listColleagues(ctx, run.siteId)).find(({ id }) => id === to);
  if (!person) return null;
  const line = lineOf(run, 'rule_told', { name: person.name, nameId: person.id });
  const payload = { conversation: run.conversationId, staff: person.id };
  return {
    notices: [line],
    write: (tx, now) => [
      addMention(tx, run, person.id, now),
      planJob(
        tx,
        run.siteId,
        {
          kind: 'mail.alert',
          key: `mention ${line.id} ${person.id}`,
          payload: { ...payload, alert: 'mention', message: line.id },
          runAt: now,
        },
        now,
      ),
      ...pushNotice(ctx, tx, run.siteId, {
        writer: ruleNotice,
        key: run.id,
        staffId: person.id,
        payload: { run: run.id },
        now,
      }),
    ],
  };
};

/** Actions of a firing that may be done: what time brings closes nothing, and says nothing, while the team owes the answer. */
const allowedActions = ({ trigger, actions }: RunRow, row: ConversationRow): readonly RuleAction[] =>
  trigger === 'idle' && row.waitingFor === 'staff'
    ? actions.filter((action) => action.do !== 'close' && action.do !== 'reply')
    : actions;

const planOf = async (ctx: Context, site: Site, row: ConversationRow, run: RunRow): Promise<Plan> => {
  const actions = allowedActions(run, row);
  const plan: Plan = { notices: [], actions, events: [], write: () => [] };
  const reply = await autoReply(ctx, site, row, { ...run, actions: [...actions] });
  if (reply) plan.notices.push(reply);
  const writes: Plan['write'][] = [];
  for (const action of actions) {
    if (action.do === 'note') plan.notices.push(lineOf(run, 'rule_note', { text: action.text }));
    if (action.do === 'notify') {
      const told = await tell(ctx, run, action.to);
      if (!told) continue;
      plan.notices.push(...told.notices);
      writes.push(told.write);
    }
    if (action.do === 'webhook')
      plan.events.push({
        kind: firedKind,
        visitor: row.visitorId,
        conversation: row.id,
        subject: run.id,
        audience: 'staff',
      });
    if (action.do === 'rating')
      writes.push((tx, now) => [
        planJob(
          tx,
          run.siteId,
          {
            kind: 'csat.ask',
            key: `rule ${run.id}`,
            payload: { conversation: row.id, after: 'closed' },
            runAt: now,
          },
          now,
        ),
      ]);
  }
  plan.write = (tx, now) => writes.flatMap((write) => write(tx, now));
  return plan;
};

/** Says that rules did so much here that this one does nothing, once within an hour. */
const limit = async (ctx: Context, row: ConversationRow, run: RunRow, now: number): Promise<void> => {
  const isSaid = await wasLimited(ctx, run.siteId, run.conversationId, now - hour);
  await ctx.conversationActions?.change(row, {}, actorOf(run), {
    notices: isSaid ? [] : [lineOf(run, 'rule_limited', { count: maxPerHour })],
    write: (tx) => [settleRun(tx, run, { state: 'limited' })],
  });
};

/**
 * Does what one firing says, in one commit with the word that it is done: whoever does it again finds that, and changes
 * nothing.
 */
const runOne = async (ctx: Context, site: Site, run: RunRow): Promise<void> => {
  const { conversationActions: inbox } = ctx;
  const row = await findConversation(ctx, run.siteId, run.conversationId);
  const now = ctx.clock.now();
  if (!inbox || !row || row.mergedInto !== null || row.held) {
    await ctx.database.write((tx) => [settleRun(tx, run, { state: 'nothing' })]);
    return;
  }
  const plan = await planOf(ctx, site, row, run);
  const perform = (state: 'done' | 'part', change: ReturnType<typeof changeOf>): Promise<boolean> =>
    inbox.change(row, change, actorOf(run), {
      notices: plan.notices,
      events: plan.events,
      write: (tx: Queries, before: Before | null) => [
        settleRun(
          tx,
          run,
          { state, before, count: plan.actions.length },
          { since: now - hour, max: maxPerHour },
        ),
        ...plan.write(tx, now),
        auditRule(tx, run, now),
      ],
    });
  let applied: boolean;
  try {
    applied = await perform('done', changeOf(plan.actions, now));
  } catch (error) {
    // A person has left, a label is gone: the rest is done, and the log says so.
    if (!(error instanceof Failure)) throw error;
    applied = await perform('part', {});
  }
  if (!applied && (await findRun(ctx, run.siteId, run.id))?.state === 'waiting')
    await limit(ctx, row, run, now);
};

/** Does what rules say that fired on one thing that happened, in their order. */
export const runFirings: JobHandler = async (ctx, { siteId, key }) => {
  const site = await ctx.sites.byId(siteId);
  if (site) for (const run of await listWaiting(ctx, siteId, key)) await runOne(ctx, site, run);
  return { kind: 'done' };
};
