import { and, count, eq, gte, isNull, lt, min } from 'drizzle-orm';
import type {
  Exposure,
  ExposureCounts,
  ExposureOutcome,
  PromptKind,
  PublicPrompt,
} from '../../../shared/core/prompts/kinds.ts';
import type { Context } from '../../context.ts';
import { promptExposures } from './tables.ts';

/** Counts outcomes of a prompt, or, of each, by its id; `from` and `until` in milliseconds, the end not included. */
export const countExposures = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  within: { prompt?: string; kind?: PromptKind; from?: number; until?: number } = {},
): Promise<Map<string, ExposureCounts>> => {
  const { arm, dismissedAt, actedAt, goalAt, promptId, at } = promptExposures;
  const rows = await ctx.database.read
    .select({
      promptId,
      arm,
      due: count().mapWith(Number),
      dismissed: count(dismissedAt).mapWith(Number),
      acted: count(actedAt).mapWith(Number),
      goals: count(goalAt).mapWith(Number),
      since: min(at).mapWith(Number),
    })
    .from(promptExposures)
    .where(
      and(
        eq(promptExposures.siteId, siteId),
        within.prompt === undefined ? undefined : eq(promptId, within.prompt),
        within.kind === undefined ? undefined : eq(promptExposures.kind, within.kind),
        within.from === undefined ? undefined : gte(at, within.from),
        within.until === undefined ? undefined : lt(at, within.until),
      ),
    )
    .groupBy(promptId, arm);
  const counts = new Map<string, ExposureCounts>();
  for (const row of rows) {
    const known = counts.get(row.promptId) ?? noExposures();
    counts.set(row.promptId, {
      ...known,
      ...(row.arm === 'shown'
        ? { shown: row.due, dismissed: row.dismissed, acted: row.acted, goalsShown: row.goals }
        : { held: row.due, goalsHeld: row.goals }),
      since: Math.min(known.since ?? row.since, row.since),
    });
  }
  return counts;
};

export const noExposures = (): ExposureCounts => ({
  shown: 0,
  held: 0,
  dismissed: 0,
  acted: 0,
  goalsShown: 0,
  goalsHeld: 0,
  since: null,
});

/** Stores that a prompt was due; the same id again changes nothing. */
export const insertExposure = (
  ctx: Pick<Context, 'database' | 'clock'>,
  siteId: string,
  { id: promptId, kind }: Pick<PublicPrompt, 'id' | 'kind'>,
  { id, arm, language }: Exposure,
): Promise<unknown> =>
  ctx.database.write((tx) => [
    tx
      .insert(promptExposures)
      .values({ siteId, id, promptId, kind, arm, language, at: ctx.clock.now() })
      .onConflictDoNothing(),
  ]);

export type ExposureRow = typeof promptExposures.$inferSelect;

export const findExposure = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  id: string,
): Promise<ExposureRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(promptExposures)
    .where(and(eq(promptExposures.siteId, siteId), eq(promptExposures.id, id)))
    .limit(1);
  return row ?? null;
};

const columns = { dismissed: 'dismissedAt', acted: 'actedAt', goal: 'goalAt' } as const;

/** Says what became of it: each once. */
export const setOutcome = async (
  ctx: Pick<Context, 'database' | 'clock'>,
  { siteId, id }: ExposureRow,
  outcome: ExposureOutcome['outcome'],
): Promise<void> => {
  const column = columns[outcome];
  await ctx.database.write((tx) => [
    tx
      .update(promptExposures)
      .set({ [column]: ctx.clock.now() })
      .where(
        and(eq(promptExposures.siteId, siteId), eq(promptExposures.id, id), isNull(promptExposures[column])),
      ),
  ]);
};

/** The time counts of prompts are kept, milliseconds: a year can be held against the one before. */
export const exposuresKeptFor = 800 * 24 * 3_600_000;

export const pruneExposures = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  before: number,
): Promise<unknown> =>
  ctx.database.write((tx) => [
    tx.delete(promptExposures).where(and(eq(promptExposures.siteId, siteId), lt(promptExposures.at, before))),
  ]);
