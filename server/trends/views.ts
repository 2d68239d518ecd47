import type { Trend, TrendList } from '../../shared/trends/schema.ts';
import type { Context } from '../context.ts';
import type { KnownIncident } from '../core/incidents.ts';
import { fill } from '../core/pages/texts.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { listTrendItems, listTrends, type TrendItemRow, type TrendRow } from './queries.ts';
import { trendTexts } from './texts.ts';
import { burstWindow } from './watch/tail.ts';

const maxExamples = 6;

/** Different texts of items, the most frequent first, then the newest. */
export const examplesOf = (items: readonly TrendItemRow[]): Trend['examples'] => {
  const found = new Map<string, Trend['examples'][number]>();
  for (const { text, conversationId } of [...items].reverse()) {
    const key = text.toLowerCase();
    const known = found.get(key);
    if (known) known.times += 1;
    else if (text) found.set(key, { text, times: 1, conversation: conversationId });
  }
  return [...found.values()].sort((one, other) => other.times - one.times).slice(0, maxExamples);
};

/** The words of a trend as a line; in no language, since they are its people's own. */
export const lineOf = ({ words }: Pick<TrendRow, 'words'>): string => words.join(', ');

const toView = (
  row: TrendRow,
  items: readonly TrendItemRow[],
  incident: KnownIncident | undefined,
  now: number,
): Trend => {
  const count = (kind: TrendItemRow['kind']): number => items.filter((item) => item.kind === kind).length;
  const texts = trendTexts(row.language);
  const isOpen = incident !== undefined && incident.closedAt === null;
  return {
    id: row.id,
    state: isOpen
      ? 'incident'
      : row.quietAt !== null
        ? 'quiet'
        : !incident && row.lastAt > now - burstWindow
          ? 'current'
          : 'over',
    language: row.language,
    words: row.words,
    people: row.people,
    items: row.items,
    usual: row.usual,
    startedAt: row.startedAt,
    lastAt: row.lastAt,
    kinds: { conversation: count('conversation'), comment: count('comment'), search: count('search') },
    examples: examplesOf(items),
    reporters: new Set(items.flatMap(({ visitorId }) => visitorId ?? [])).size,
    incident: incident ?? null,
    draft: { title: fill(texts.incidentTitle, { words: lineOf(row) }), body: texts.incidentBody },
  };
};

/** A site's trends as its staff see them, the newest first. */
export const viewTrends = async (ctx: Context, site: Site, language: string): Promise<TrendList> => {
  const rows = await listTrends(ctx, site.id);
  const ids = rows.flatMap(({ incidentId }) => incidentId ?? []);
  const [items, incidents] = await Promise.all([
    listTrendItems(
      ctx,
      site.id,
      rows.map(({ id }) => id),
    ),
    ids.length ? ctx.incidents?.find(site, ids, language) : [],
  ]);
  const now = ctx.clock.now();
  return {
    trends: rows.map((row) =>
      toView(
        row,
        items.filter(({ trendId }) => trendId === row.id),
        incidents?.find(({ id }) => id === row.incidentId),
        now,
      ),
    ),
  };
};
