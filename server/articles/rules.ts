import type { TextState } from '../../shared/articles/schema.ts';
import { slugFrom } from '../core/content/slug.ts';

/** The kind of the events that say that an article changed; their subject is the article. */
export const articleChanged = 'article.changed';

/** The kind of the events that say that a block changed; their subject is the block. */
export const blockChanged = 'article.blockChanged';

export const articlePath = (siteKey: string, id: string, slug: string): string =>
  `/sites/${siteKey}/articles/${id}/${encodeURIComponent(slug)}`;

/** Words of an article's title for the address of its page. */
export const articleSlug = (title: string): string => slugFrom(title) || 'article';

/** Where a text stands. @param at of the draft's last change, and of what readers have */
export const stateOf = (text: {
  version: number;
  publicTitle: string | null;
  publishAt: number | null;
  changedAt: number;
  updatedAt: number | null;
}): TextState => {
  if (text.publishAt !== null) return 'scheduled';
  if (text.publicTitle === null) return 'draft';
  return text.changedAt > (text.updatedAt ?? 0) ? 'changed' : 'live';
};

/** True when the original was published anew since a translation was. */
export const isOutdated = (
  text: { language: string; version: number; basedOn: number },
  original: { language: string; version: number } | undefined,
): boolean =>
  original !== undefined &&
  text.language !== original.language &&
  text.version > 0 &&
  text.basedOn < original.version;

/** The columns of a text that was never published. */
export const neverPublished = {
  publishAt: null,
  version: 0,
  basedOn: 0,
  publicTitle: null,
  publicRich: null,
  slug: '',
  publishedAt: null,
  updatedAt: null,
};
