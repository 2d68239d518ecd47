import type { Context } from '../context.ts';
import { assertPresent } from '../core/assertPresent.ts';
import { plainText } from '../core/content/markdown.ts';
import type { KnowledgeCard, KnowledgeSource } from '../core/knowledge.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { SearchDocument } from '../core/search/engine/searchTypes.ts';
import type { SearchSource } from '../core/search/sources.ts';
import { findIdeas, groupsForSearch, type IdeaRow, listChangedLast, pageForSearch } from './queries/ideas.ts';
import { hasIdeas, ideaChanged, ideaPath, ideasPath, roadmapPath } from './rules.ts';
import { ideaTexts } from './texts.ts';

/* Ideas are found by whoever types the same: that something is planned is an answer, too. */

/** The kind of ideas' search documents. */
export const kind = 'idea';

/** Documents read at once: a few milliseconds of the event loop. */
const batchSize = 50;
/** Addresses read at once: they are short. */
const addressBatch = 1_000;

const toKnowledgeCard = (site: Pick<Site, 'key'>, row: IdeaRow): KnowledgeCard => ({
  id: row.id,
  title: row.title,
  text: plainText(row.rich),
  language: row.language,
  category: null,
  path: ideaPath(site.key, row.id, row.slug),
});

/** Ideas among what is found in the help centre. */
export const ideaKnowledge = (ctx: Context): KnowledgeSource => {
  const findOpen = async (site: Site, ids: readonly string[]): Promise<IdeaRow[]> =>
    hasIdeas(site)
      ? (await findIdeas(ctx, site.id, ids)).filter(
          ({ state, mergedInto }) => state === 'public' && mergedInto === null,
        )
      : [];
  return {
    kind,
    cards: async (site, ids) => (await findOpen(site, ids)).map((row) => toKnowledgeCard(site, row)),
    async open(site, id) {
      const [row] = await findOpen(site, [id]);
      if (!row) return null;
      const { text: _, ...card } = toKnowledgeCard(site, row);
      return {
        ...card,
        author: row.authorName || ideaTexts(row.language).guest,
        at: row.createdAt,
        updatedAt: row.updatedAt,
        rich: [
          ...row.rich,
          { tag: 'p', children: [ideaTexts(row.language)[`status_${row.status}`]] },
          ...(row.noteRich ?? []),
        ],
        helped: row.votes,
      };
    },
    // They have pages of their own, by votes and by status.
    list: async () => [],
    countByCategory: async () => [],
    async *addresses(site) {
      if (!hasIdeas(site)) return;
      const [newest] = await listChangedLast(ctx, site.id, 1);
      const updatedAt = newest?.updatedAt ?? site.createdAt;
      yield { path: ideasPath(site.key), updatedAt };
      yield { path: roadmapPath(site.key), updatedAt };
      for (let after = ''; ; ) {
        const rows = await pageForSearch(ctx, site.id, after, addressBatch);
        for (const row of rows)
          if (row.mergedInto === null)
            yield { path: ideaPath(site.key, row.id, row.slug), updatedAt: row.updatedAt };
        const last = rows.at(-1);
        if (!last || rows.length < addressBatch) return;
        after = last.id;
      }
    },
    ofQuestions: async () => new Map(),
    async vote() {},
  };
};

const toDocument = (row: IdeaRow): SearchDocument => ({
  id: row.id,
  // The words of a duplicate lead to what it was merged into.
  group: row.mergedInto ?? row.id,
  kind,
  language: row.language,
  title: row.title,
  body: plainText(row.rich),
  // Less than any answer: that something may come helps less than that it's there.
  weight: 0.2,
});

/** The search source of public ideas. */
export const ideaSource = (ctx: Pick<Context, 'database'>): SearchSource => ({
  kind,
  changed: ideaChanged,
  async *all(siteId) {
    for (let after = ''; ; ) {
      const rows = await pageForSearch(ctx, siteId, after, batchSize);
      yield rows.map(toDocument);
      if (rows.length < batchSize) return;
      after = assertPresent(rows.at(-1), 'a full page has a last row').id;
    }
  },
  async some(siteId, subjects) {
    const named = await findIdeas(ctx, siteId, subjects);
    const roots = [...new Set([...subjects, ...named.flatMap(({ mergedInto }) => mergedInto ?? [])])];
    const rows = await groupsForSearch(ctx, siteId, roots);
    return { groups: [...new Set([...roots, ...rows.map(({ id }) => id)])], documents: rows.map(toDocument) };
  },
});
