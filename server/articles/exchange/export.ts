import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '../../context.ts';
import { attachmentPath } from '../../core/content/attachments/store.ts';
import { downloadName } from '../../core/content/attachments/kinds.ts';
import { findAttachments } from '../../core/content/attachments/queries.ts';
import { addressOf } from '../redirects/formerPath.ts';
import { listRedirects } from '../redirects/queries.ts';
import { slugFrom } from '../../core/content/slug.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { listColleagues } from '../../core/people/staff/queries.ts';
import {
  type ArticleRow,
  findVersion,
  listArticleRows,
  listTexts,
  type TextRow,
} from '../queries/articles.ts';
import { writeBlockFiles } from './blockFiles.ts';
import { writeArticleFile } from './articleFile.ts';
import { picturesIn, withFiles } from './pictureLinks.ts';

/** The outcome of an export. */
export interface ExportedArticles {
  articles: number;
  blocks: number;
  files: number;
  pictures: number;
  /** Ids of pictures whose bytes are not there. */
  missing: string[];
}

/** The folder of pictures, beside those of topics. */
const pictureFolder = 'pictures';

/** Copies the pictures of a text. @returns their file names by id */
const copyPictures = async (
  ctx: Context,
  site: Site,
  folder: string,
  ids: readonly string[],
  report: ExportedArticles,
): Promise<Map<string, string>> => {
  const names = new Map<string, string>();
  if (ids.length === 0) return names;
  for (const row of await findAttachments(ctx, site.id, [...ids])) {
    const [, ending = 'bin'] = /\.([^.]+)$/.exec(downloadName('picture', row.type)) ?? [];
    const name = `${row.id}.${ending}`;
    await mkdir(join(folder, pictureFolder), { recursive: true });
    try {
      await copyFile(
        attachmentPath(ctx.config.dataDirectory, site.id, row.id),
        join(folder, pictureFolder, name),
      );
      names.set(row.id, name);
      report.pictures++;
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT') throw error;
    }
  }
  report.missing.push(...ids.filter((id) => !names.has(id)));
  return names;
};

/** The front matter that one language of an article has. */
const frontOf = (
  article: ArticleRow,
  text: TextRow,
  { title, authors, former, isLive }: { title: string; authors: string[]; former: string[]; isLive: boolean },
) => ({
  id: article.id,
  title,
  language: text.language,
  ...(text.language !== article.language && { original: article.language }),
  ...(article.category !== null && { category: article.category }),
  audience: article.audience,
  state: isLive ? ('live' as const) : ('draft' as const),
  position: article.position,
  ...(authors.length > 0 && { authors }),
  ...(article.verifyBy !== null && { verifyBy: article.verifyBy }),
  ...(isLive && text.publishedAt !== null && { published: text.publishedAt }),
  ...(isLive && text.updatedAt !== null && { updated: text.updatedAt }),
  ...(former.length > 0 && { former }),
});

/** The versions of a text that get a file each: the readers' one, and the draft where it says something else. */
const versionsOf = async (ctx: Context, site: Site, text: TextRow) => {
  const published = text.publicTitle === null ? null : await findVersion(ctx, site.id, text.id, text.version);
  const isSame = published?.title === text.title && published.body === text.body;
  return [
    ...(published ? [{ title: published.title, body: published.body, isLive: true }] : []),
    ...(isSame ? [] : [{ title: text.title, body: text.body, isLive: false }]),
  ];
};

/**
 * Writes all articles of a site into a folder: a Markdown file for each language, in a folder for each topic, pictures and
 * blocks in one of their own. Brought back, they are what they were; earlier versions and votes stay behind.
 */
export const exportArticles = async (ctx: Context, site: Site, folder: string): Promise<ExportedArticles> => {
  const report: ExportedArticles = { articles: 0, blocks: 0, files: 0, pictures: 0, missing: [] };
  report.blocks = await writeBlockFiles(ctx, site, folder);
  const emails = new Map((await listColleagues(ctx, site.id)).map(({ id, email }) => [id, email]));
  const taken = new Set<string>();
  for (const article of await listArticleRows(ctx, site.id)) {
    report.articles++;
    const redirects = await listRedirects(ctx, site.id, article.id);
    const authors = article.authors.flatMap((id) => emails.get(id) ?? []);
    const topic = slugFrom(article.category ?? '') || 'other';
    for (const text of await listTexts(ctx, site.id, article.id))
      for (const { title, body, isLive } of await versionsOf(ctx, site, text)) {
        const names = await copyPictures(ctx, site, folder, picturesIn(body), report);
        const kind = isLive || text.publicTitle === null ? '' : '.draft';
        const base = `${topic}/${slugFrom(title) || 'article'}`;
        const ending = `.${text.language}${kind}.md`;
        const path = taken.has(base + ending) ? `${base}-${article.id.slice(-6)}${ending}` : base + ending;
        taken.add(path);
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(
          join(folder, path),
          writeArticleFile({
            front: frontOf(article, text, {
              ...{ title, authors, isLive },
              former: redirects.filter(({ language }) => language === text.language).map(addressOf),
            }),
            body: withFiles(body, (id) => {
              const name = names.get(id);
              return name && `../${pictureFolder}/${name}`;
            }),
          }),
          { mode: 0o600 },
        );
        report.files++;
      }
  }
  return report;
};
