import type { Context } from '../context.ts';
import { plainText } from '../core/content/markdown.ts';
import { derivedId } from '../core/derivedId.ts';
import type { KnowledgeCard, KnowledgeSource } from '../core/knowledge.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { SearchDocument } from '../core/search/engine/searchTypes.ts';
import type { SearchSource } from '../core/search/sources.ts';
import { type AnnouncementRow, findSome, findUpdates, listIncidents } from './queries.ts';
import { stateOf, textIn } from './rules.ts';
import { pathOf } from './views.ts';

/* Problems that are known answer whoever types the same: until they are over they're suggested, as answers are. */

const kind = 'incident';
/** Open ones that are searched. */
const maxOpen = 50;

/** The id of an entry: one language of an incident. */
const entryId = (id: string, language: string): string => derivedId('incident entry', id, language);

const toCards = (site: Pick<Site, 'key'>, row: AnnouncementRow): KnowledgeCard[] =>
  Object.entries(row.texts).map(([language, { title, rich }]) => ({
    id: entryId(row.id, language),
    title,
    text: plainText(rich),
    language,
    category: null,
    path: pathOf(site, row.id),
  }));

const isOpen = (row: AnnouncementRow, now: number): boolean =>
  row.category === 'incident' &&
  stateOf(row, now) === 'live' &&
  row.pages.length + row.attributes.length === 0;

/** Incidents that are open, among what is found while somebody types. */
export const incidentKnowledge = (ctx: Context): KnowledgeSource => {
  const findOpen = async (
    site: Site,
    entries: readonly string[],
  ): Promise<[AnnouncementRow, KnowledgeCard][]> => {
    if (entries.length === 0) return [];
    const now = ctx.clock.now();
    const rows = await listIncidents(ctx, site.id, { isOpen: true, now, limit: maxOpen });
    return rows
      .filter((row) => isOpen(row, now))
      .flatMap((row) => toCards(site, row).map((card): [AnnouncementRow, KnowledgeCard] => [row, card]))
      .filter(([, { id }]) => entries.includes(id));
  };
  return {
    kind,
    cards: async (site, entries) => (await findOpen(site, entries)).map(([, card]) => card),
    async open(site, entry) {
      const [found] = await findOpen(site, [entry]);
      if (!found) return null;
      const [row, card] = found;
      const last = (await findUpdates(ctx, site.id, [row.id])).at(-1);
      const said = last && textIn(last.texts, card.language);
      const { text: _, ...shown } = card;
      return {
        ...shown,
        author: site.settings.teamName || site.name,
        at: row.publishAt,
        updatedAt: last?.at ?? row.publishAt,
        rich: [
          ...(row.texts[card.language]?.rich ?? []),
          ...(said ? await ctx.renderer.render(said, { site: site.id, person: row.id }) : []),
        ],
        helped: 0,
      };
    },
    // The front of the help centre has them as news, and the sitemap only what stays.
    list: async () => [],
    countByCategory: async () => [],
    async *addresses() {},
    ofQuestions: async () => new Map(),
    async vote() {},
  };
};

const toDocuments = (row: AnnouncementRow): SearchDocument[] =>
  Object.entries(row.texts).map(([language, { title, rich }]) => ({
    id: entryId(row.id, language),
    group: row.id,
    kind,
    language,
    title,
    body: [plainText(rich), row.keywords].filter(Boolean).join('\n'),
    weight: 1,
  }));

/** The search source of open incidents. */
export const incidentSource = (ctx: Pick<Context, 'database'>): SearchSource => ({
  kind,
  changed: 'news.changed',
  async *all(siteId) {
    // Those that come by the clock are there already: who may see them is asked as they are shown.
    const rows = await listIncidents(ctx, siteId, {
      isOpen: true,
      now: Number.MAX_SAFE_INTEGER,
      limit: maxOpen,
    });
    yield rows.flatMap(toDocuments);
  },
  async some(siteId, subjects) {
    const rows = await findSome(ctx, siteId, subjects);
    const open = rows.filter(
      (row) => row.category === 'incident' && row.isPublished && row.closedAt === null,
    );
    return { groups: subjects, documents: open.flatMap(toDocuments) };
  },
});
