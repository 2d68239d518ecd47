import { asObject, asText } from '../../../core/importing/json.ts';
import type { ImportNotes } from '../../../core/importing/notes.ts';
import { articleOf } from '../articleFile.ts';
import { openFolder } from './folder.ts';
import { articleMarkdown } from './html.ts';
import type { ArticleSource } from './source.ts';

/*
 * Help Scout Docs, as its API tells of itself (developer.helpscout.com/docs-api): the replies to `collections`,
 * `categories` and `articles/{id}`, saved as JSON files, with the pictures beside them.
 */

type Values = Record<string, unknown>;

const lists = ['collections', 'categories', 'articles'] as const;
const single = { collection: 'collections', category: 'categories', article: 'articles' } as const;

export const readHelpScout = async (folder: string, notes: ImportNotes): Promise<ArticleSource> => {
  const files = openFolder(folder, notes);
  const kept: Record<(typeof lists)[number], Map<string, Values>> = {
    collections: new Map(),
    categories: new Map(),
    articles: new Map(),
  };
  const places = new Map<string, (typeof lists)[number]>([
    ...lists.map((list) => [`${list}.items.*`, list] as const),
    ...Object.entries(single).map(([one, list]) => [one, list] as const),
  ]);
  for await (const { place, value } of files.values([...places.keys()])) {
    const list = places.get(place);
    const record = asObject(value);
    const id = asText(record['id']);
    // A list names articles without their text: the whole one stays.
    if (list && !(kept[list].get(id)?.['text'] !== undefined && record['text'] === undefined))
      kept[list].set(id, record);
  }
  const paths = new Map([...kept.articles].map(([id, article]) => [`helpscout/${id}.html`, article]));
  const isPrivate = (record: Values | undefined): boolean => record?.['visibility'] === 'private';
  return {
    paths: [...paths.keys()],
    rejected: [],
    read(path) {
      const article = paths.get(path);
      if (!article) throw new Error('it isn’t in the export');
      if (article['text'] === undefined) throw new Error('the export has its title, and not its text');
      const ids: unknown[] = Array.isArray(article['categories']) ? article['categories'] : [];
      const categories = ids.flatMap((id): Values[] => {
        const category = kept.categories.get(asText(id));
        return category ? [category] : [];
      });
      const collection = kept.collections.get(asText(article['collectionId']));
      const { body, missing } = articleMarkdown(asText(article['text']), (source) =>
        files.pictureOf(source, path),
      );
      const isHidden = isPrivate(collection) || (categories.length > 0 && categories.every(isPrivate));
      const topics = [...categories, collection ?? {}].map(({ name }) => asText(name)).filter(Boolean);
      const file = articleOf(
        {
          title: asText(article['name']),
          category: topics[0] || undefined,
          audience: isHidden ? 'internal' : 'public',
          ...(article['status'] !== 'published' && { state: 'draft' }),
          published: article['createdAt'] ?? undefined,
          updated: article['lastPublishedAt'] ?? article['updatedAt'] ?? undefined,
        },
        body,
      );
      const slug =
        asText(article['number']) && `article/${asText(article['number'])}-${asText(article['slug'])}`;
      return { ...file, topics, missing, former: asText(article['publicUrl']) || slug || undefined };
    },
  };
};
