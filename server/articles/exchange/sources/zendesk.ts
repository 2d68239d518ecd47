import { primarySubtag } from '../../../../shared/core/languages.ts';
import { asObject, asText } from '../../../core/importing/json.ts';
import type { ImportNotes } from '../../../core/importing/notes.ts';
import { articleOf } from '../articleFile.ts';
import { type ExportFolder, openFolder } from './folder.ts';
import { articleMarkdown } from './html.ts';
import type { ArticleSource } from './source.ts';

/*
 * Zendesk Guide, as its Help Center API tells of itself (developer.zendesk.com/api-reference/help_center): the replies to
 * `categories`, `sections`, `articles` and `translations`, saved as JSON files, with the attachments beside them.
 */

type Values = Record<string, unknown>;

/** One language of an article. */
interface Text {
  article: Values;
  translation: Values;
}

const languageOf = (record: Values): string => primarySubtag(asText(record['locale']).toLowerCase());

/** True for an article that only some people may see: it is not public here, either. */
const isRestricted = ({ user_segment_id: one, user_segment_ids: several }: Values): boolean =>
  (one !== null && one !== undefined) || (Array.isArray(several) && several.length > 0);

/** Everything that the export's files hold, by kind and id; translations apart. */
const readRecords = async (files: ExportFolder) => {
  const kept: Record<string, Map<string, Values>> = {};
  const keep = (kind: string, value: Values): void => {
    (kept[kind] ??= new Map()).set(asText(value['id']), value);
  };
  const translations: Values[] = [];
  const kinds = ['categories', 'sections', 'articles', 'users', 'article_attachments'];
  for await (const { place, value } of files.values([...kinds, 'translations'].map((kind) => `${kind}.*`))) {
    const record = asObject(value);
    if (place === 'translations.*') translations.push(record);
    else keep(place.slice(0, -2), record);
  }
  return { kept, translations };
};

export const readZendesk = async (folder: string, notes: ImportNotes): Promise<ArticleSource> => {
  const files = openFolder(folder, notes);
  const { kept, translations } = await readRecords(files);
  const of = (kind: string, id: unknown): Values | undefined => kept[kind]?.get(asText(id));
  const texts = new Map<string, Text>();
  const rejected: { row: string; reason: string }[] = [];
  const add = (article: Values, translation: Values): void => {
    const path = `zendesk/${asText(article['id'])}.${languageOf(translation) || 'und'}.html`;
    const before = texts.get(path);
    if (before && asText(before.translation['locale']) !== asText(translation['locale']))
      rejected.push({
        row: `${path} (${asText(translation['locale'])})`,
        reason: 'the language is there already',
      });
    else texts.set(path, { article, translation });
  };
  for (const article of kept['articles']?.values() ?? []) {
    add(article, article);
    for (const translation of Array.isArray(article['translations']) ? article['translations'] : [])
      add(article, asObject(translation));
  }
  for (const translation of translations) {
    const type = asText(translation['source_type']);
    const article = of('articles', translation['source_id']);
    if (article) add(article, translation);
    else if (type === '' || type === 'Article')
      rejected.push({
        row: `translation ${asText(translation['id'])}`,
        reason: 'its article isn’t in the export',
      });
  }

  const topicsOf = (article: Values): string[] => {
    const names: string[] = [];
    let section = of('sections', article['section_id']);
    const category = section?.['category_id'];
    for (let depth = 0; section && depth < 10; depth++) {
      names.push(asText(section['name']));
      section = of('sections', section['parent_section_id']);
    }
    return [...names, asText(of('categories', category)?.['name'])].filter(Boolean);
  };
  return {
    paths: [...texts.keys()],
    rejected,
    read(path) {
      const text = texts.get(path);
      if (!text) throw new Error('it isn’t in the export');
      const { article, translation } = text;
      const { body, missing } = articleMarkdown(asText(translation['body']), (source) => {
        const id = /\/article_attachments\/(\d+)/.exec(source)?.[1] ?? '';
        return files.pictureOf(source, path, [asText(of('article_attachments', id)?.['file_name'])]);
      });
      const topics = topicsOf(article);
      const author = asText(of('users', article['author_id'])?.['email']);
      const isDraft = (translation['draft'] ?? article['draft']) === true;
      const file = articleOf(
        {
          title: asText(translation['title'] ?? translation['name']),
          language: languageOf(translation) || undefined,
          original: primarySubtag(asText(article['source_locale']).toLowerCase()) || undefined,
          category: topics[0] || undefined,
          audience: isRestricted(article) ? 'internal' : 'public',
          ...(isDraft && { state: 'draft' }),
          position: article['position'] ?? undefined,
          ...(author && { authors: [author] }),
          published: article['created_at'] ?? undefined,
          updated: translation['edited_at'] ?? translation['updated_at'] ?? undefined,
        },
        body,
      );
      const locale = asText(translation['locale']).toLowerCase();
      // Its links go by the number; what is behind it is for people.
      const former = asText(translation['html_url']) || `hc/${locale}/articles/${asText(article['id'])}`;
      return { ...file, topics, missing, former };
    },
  };
};
