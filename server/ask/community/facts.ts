import type { Context } from '../../context.ts';
import type { LogEvent } from '../../core/events/tables.ts';
import type { Filled, FillPage, NewFact } from '../../core/facts/types.ts';
import { listAnswered, listAnswersAfter } from '../queries/facts.ts';

/** Answers of the past that are filled in at once. */
const pageLength = 500;

type Answered = Awaited<ReturnType<typeof listAnswered>>[number];

const factOf = ({ id, authorKind, authorId, language }: Answered, at: number): NewFact =>
  authorKind === 'staff'
    ? { kind: 'answer.staff', at, subjectId: id, channel: 'ask', language, staffId: authorId }
    : { kind: 'answer.visitor', at, subjectId: id, channel: 'ask', language };

/** Public answers of a batch of the log: when they were let in, where they waited. */
export const readAnswerFacts = async (
  ctx: Context,
  siteId: string,
  batch: readonly LogEvent[],
): Promise<NewFact[]> => {
  const told = batch.filter(({ kind }) => kind === 'answer.added' || kind === 'answer.published');
  if (told.length === 0) return [];
  const ids = [...new Set(told.flatMap(({ subjectId }) => subjectId ?? []))];
  const rows = new Map((await listAnswered(ctx, siteId, ids)).map((row) => [row.id, row]));
  return told.flatMap(({ at, subjectId }) => {
    const row = rows.get(subjectId ?? '');
    return row ? [factOf(row, at)] : [];
  });
};

export const fillAnswerFacts = async (
  ctx: Context,
  siteId: string,
  { after, before }: FillPage,
): Promise<Filled> => {
  const rows = await listAnswersAfter(ctx, siteId, after, pageLength);
  return {
    facts: rows.filter(({ at }) => at < before).map((row) => factOf(row, row.at)),
    after: rows.length < pageLength ? null : (rows.at(-1)?.id ?? null),
  };
};
