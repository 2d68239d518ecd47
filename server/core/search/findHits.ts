import { rankByCoverage } from './coverage.ts';
import type { Hit, SuggestOptions } from './hits.ts';
import { findByFullText } from './queries.ts';
import type { SiteIndex, SiteIndexes, SuggesterParts } from './siteIndexes.ts';

/** Subjects that the full text brings at the most; the best of them are shown. */
const maxFromDatabase = 12;

/** Longest wait for an index that was saved, milliseconds; then the full text answers. */
const longestRestore = 2_000;

const within = async (milliseconds: number, work: Promise<void>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
};

/** Finds one text: in the site's index, or while there is none, in the database's full text. */
export const createFinder = ({ database, host, source }: SuggesterParts, indexes: SiteIndexes) => {
  const askIndex = async (
    siteId: string,
    followed: SiteIndex,
    text: string,
    options: SuggestOptions,
  ): Promise<Hit[] | null> => {
    if (followed.state === 'building') await within(longestRestore, followed.restored);
    if (followed.state !== 'ready') return null;
    try {
      const hits = await host.search(siteId, text, options);
      if (hits === null) indexes.reload(siteId, followed);
      return hits;
    } catch (error) {
      options.signal?.throwIfAborted();
      indexes.report(error);
      return null;
    }
  };

  const askDatabase = async (siteId: string, text: string, options: SuggestOptions): Promise<Hit[]> => {
    await source.readChanges(siteId);
    const subjects = await findByFullText(database, siteId, text, maxFromDatabase);
    options.signal?.throwIfAborted();
    if (subjects.length === 0) return [];
    const { documents } = await source.some(siteId, subjects);
    const { kinds } = options;
    const wanted = kinds ? documents.filter(({ kind }) => kinds.includes(kind)) : documents;
    return rankByCoverage(text, wanted, options.limit ?? 3, options.floor ?? 0);
  };

  return async (siteId: string, followed: SiteIndex, text: string, options: SuggestOptions): Promise<Hit[]> =>
    (await askIndex(siteId, followed, text, options)) ?? (await askDatabase(siteId, text, options));
};
