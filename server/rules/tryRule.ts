import type { Trigger } from '../../shared/rules/fields.ts';
import type { RuleDraft, TryReply } from '../../shared/rules/schema.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import {
  type CompiledRules,
  compileRules,
  type Evaluated,
  firedRules,
  reasonsOf,
  triggerKey,
} from './evaluate.ts';
import { type Happened, readHappened, ruleEvents } from './happened.ts';
import { readKnown } from './known.ts';
import { lastSaidAt, listEvents, listOpenSince } from './queries.ts';

const [minute, week] = [60_000, 7 * 24 * 3_600_000];
/** Events that one look takes, those that are read at a time, and conversations that it names. */
const [maxEvents, batchSize, maxNamed] = [20_000, 200, 50];

interface Look {
  happened: Happened[][];
  isPart: boolean;
}

/** Things that time would have brought to the conversations that are open now. */
const lookAtOpen = async (ctx: Context, siteId: string, on: Trigger, minutes: number): Promise<Look> => {
  const now = ctx.clock.now();
  const rows = await listOpenSince(ctx, siteId, now - week, maxEvents + 1);
  const happened: Happened[][] = [];
  for (let first = 0; first < rows.length; first += batchSize) {
    const some = rows.slice(first, first + batchSize);
    const said = await lastSaidAt(
      ctx,
      siteId,
      some.map(({ id }) => id),
    );
    happened.push(
      some
        .map((row) => ({
          row,
          at:
            on === 'idle'
              ? (said.get(row.id) ?? Number.POSITIVE_INFINITY) + minutes * minute
              : row.waitingFor === 'staff' && row.promiseAt !== null
                ? row.promiseAt - minutes * minute
                : Number.POSITIVE_INFINITY,
        }))
        .filter(({ at }) => at <= now)
        .map(({ row, at }) => ({ triggers: [on], minutes, row, text: '', anchor: row.id, at })),
    );
  }
  return { happened, isPart: rows.length > maxEvents };
};

/** Things that happened in the last week, the newest first. */
const lookAtLog = async (ctx: Context, siteId: string): Promise<Look> => {
  const since = ctx.clock.now() - week;
  const kinds = ruleEvents.filter((kind) => kind !== 'conversation.changed');
  const events = await listEvents(ctx, siteId, kinds, since, maxEvents + 1);
  const happened: Happened[][] = [];
  for (let first = 0; first < Math.min(events.length, maxEvents); first += batchSize)
    happened.push((await readHappened(ctx, siteId, events.slice(first, first + batchSize))).happened);
  return { happened, isPart: events.length > maxEvents };
};

/**
 * Holds a rule against the last week, and does nothing: what happened is looked at with the conversations as they are
 * now.
 */
export const tryRule = async (ctx: Context, site: Site, draft: RuleDraft): Promise<TryReply> => {
  const { on, minutes, groups, stops } = draft;
  const rules: CompiledRules<Evaluated> = compileRules([{ trigger: on, minutes, groups, stops }]);
  const { happened, isPart } =
    minutes === null ? await lookAtLog(ctx, site.id) : await lookAtOpen(ctx, site.id, on, minutes);
  const reply: TryReply = { looked: 0, fires: 0, first: [], isPart };
  const named = new Set<string>();
  for (const batch of happened) {
    const known = await readKnown(ctx, site, rules, batch);
    for (const [place, one] of batch.entries()) {
      if (!one.triggers.includes(on)) continue;
      reply.looked += 1;
      const facts = known[place] ?? {};
      const [fired] = firedRules(rules, [triggerKey(on, minutes)], facts);
      if (!fired) continue;
      reply.fires += 1;
      if (named.size >= maxNamed || named.has(one.row.id)) continue;
      named.add(one.row.id);
      reply.first.push({
        conversation: one.row.id,
        subject: one.row.subject,
        at: one.at,
        why: reasonsOf(fired, facts),
      });
    }
  }
  return reply;
};
