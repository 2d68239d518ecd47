import type { Context } from '../context.ts';
import type { AskedRef, KnowledgeCard } from '../core/knowledge.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { QuestionRow } from './queries/questions.ts';
import type { Hit } from '../core/search/hits.ts';

/** Published articles written from questions, by the question. */
export const findWritten = async (
  ctx: Context,
  site: Site,
  asked: readonly AskedRef[],
): Promise<Map<string, KnowledgeCard>> => {
  const found = new Map<string, KnowledgeCard>();
  if (asked.length === 0) return found;
  for (const source of ctx.knowledge)
    for (const [question, card] of await source.ofQuestions(site, asked)) found.set(question, card);
  return found;
};

/** The published article written from one question; null for none. */
export const findWrittenFrom = async (
  ctx: Context,
  site: Site,
  { id, conversationId, language }: Pick<QuestionRow, 'id' | 'conversationId' | 'language'>,
): Promise<KnowledgeCard | null> =>
  (await findWritten(ctx, site, [{ id, conversation: conversationId, language }])).get(id) ?? null;

/**
 * Hits with what was written from a question in the question's place: whoever looks for the one is given the other, once,
 * at the better of both places.
 * @param written by the group of a question's hit
 */
export const preferWritten = (hits: readonly Hit[], written: ReadonlyMap<string, KnowledgeCard>): Hit[] => {
  if (written.size === 0) return [...hits];
  const placed = hits.map((hit) => {
    const card = written.get(hit.group);
    if (!card) return hit;
    // Where it was found itself, what matched is known.
    const own = hits.find(({ id }) => id === card.id);
    const { passage: _, ...rest } = hit;
    return own ?? { ...rest, id: card.id, group: card.id, matches: [] };
  });
  return [...new Map(placed.map((hit) => [hit.id, hit])).values()];
};
