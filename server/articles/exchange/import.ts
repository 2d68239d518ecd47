import { primarySubtag } from '../../../shared/core/languages.ts';
import { mainLanguage } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { derivedId } from '../../core/derivedId.ts';
import { createNotes, type ImportNotes, type NoteKind } from '../../core/importing/notes.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { listColleagues } from '../../core/people/staff/queries.ts';
import { publishText } from '../publishing.ts';
import {
  type ArticleRow,
  findArticle,
  findTextById,
  findVersion,
  listTexts,
  type TextRow,
} from '../queries/articles.ts';
import { articleChanged, neverPublished } from '../rules.ts';
import { insertArticle, insertText, updateArticle, updateText } from '../writes/articles.ts';
import { languageOf, sharedPath } from './fileNames.ts';
import { keepFormer } from '../redirects/keeping.ts';
import { takeBlockFiles } from './blockFiles.ts';
import { findPictures, keepPictures } from './pictures.ts';
import type { ArticleSource, SourceFile } from './sources/source.ts';
import { type ArticleSourceName, openSource } from './sources/sources.ts';

/** Files of one folder at the most. */
const maxFiles = 20_000;
/** The member of staff that an import writes as: nobody. */
const nobody = '';

export interface ArticleImportOptions {
  /** Publishes files that don't say whether they are drafts. */
  publish: boolean;
  /** Says what would happen, and saves nothing. */
  dryRun: boolean;
  /** The system that the folder is an export of; Markdown files unless said otherwise. */
  from?: ArticleSourceName;
}

/** The outcome of an import. */
export interface ImportedArticles {
  added: number;
  changed: number;
  unchanged: number;
  pictures: number;
  /** Of Markdown folders. */
  blocks?: { added: number; changed: number; unchanged: number };
  notes: ImportNotes;
}

/** An article's file with what its path says. */
interface Found extends SourceFile {
  /** From the folder's root, with slashes. */
  path: string;
  id: string;
  language: string;
}

/** One import of a folder. */
class ArticleImport {
  private readonly report: ImportedArticles = {
    added: 0,
    changed: 0,
    unchanged: 0,
    pictures: 0,
    notes: createNotes(),
  };
  /** The original's language of each article. */
  private readonly originals = new Map<string, string>();
  private readonly ctx: Context;
  private readonly site: Site;
  private readonly folder: string;
  private readonly source: ArticleSource;
  private readonly options: ArticleImportOptions;
  private readonly authors: ReadonlyMap<string, string>;

  constructor(
    ctx: Context,
    site: Site,
    folder: string,
    source: ArticleSource,
    options: ArticleImportOptions,
    authors: ReadonlyMap<string, string>,
  ) {
    this.source = source;
    this.ctx = ctx;
    this.site = site;
    this.folder = folder;
    this.options = options;
    this.authors = authors;
  }

  async run(): Promise<ImportedArticles> {
    const { paths: files } = this.source;
    if (files.length === 0) throw new Error('There are no articles in this folder.');
    if (files.length > maxFiles) throw new Error(`A folder can have at most ${maxFiles} files.`);
    // Twice: a translation may come before its original, and not all of them at once fit into memory.
    for (const path of files) await this.attempt(path, async (file) => this.meet(file));
    this.report.notes = createNotes();
    for (const path of files) await this.attempt(path, (file) => this.take(file));
    return this.report;
  }

  private async attempt(path: string, work: (file: Found) => Promise<void>): Promise<void> {
    try {
      await work(await this.read(path));
    } catch (error) {
      this.report.notes.rejected.push({ row: path, reason: (error as Error).message });
    }
  }

  /** Notes which language an article was written in first: what a file says, else the site's own, else the first. */
  private meet({ id, language, front }: Found): void {
    const own = mainLanguage(this.site.settings);
    if (front.original !== undefined) this.originals.set(id, primarySubtag(front.original));
    else if (!this.originals.has(id) || language === own) this.originals.set(id, language);
  }

  private note(row: string, reason: string): void {
    this.report.notes.places.push({ row, reason });
  }

  private async read(path: string): Promise<Found> {
    const read = await this.source.read(path);
    const language = primarySubtag(
      read.front.language ?? languageOf(path) ?? mainLanguage(this.site.settings),
    );
    const id = read.front.id ?? derivedId(this.site.id, 'imported article', sharedPath(path));
    return { ...read, path, id, language };
  }

  /** The topic of a file: what it says, or the folder that it lies in. */
  private topicOf({ front, path, topics }: Found): string | null {
    const known = this.site.settings.categories;
    const topic = topics
      .map((named) =>
        known.find(({ key, names }) => key === named || Object.values(names).some((name) => name === named)),
      )
      .find((found) => found !== undefined);
    if (!topic && front.category) this.note(path, `the topic “${front.category}” isn’t one of this site’s`);
    return topic?.key ?? null;
  }

  private authorsOf({ front, path }: Found): string[] {
    return (front.authors ?? []).flatMap((email) => {
      const id = this.authors.get(email.toLowerCase());
      if (id === undefined) this.note(path, `${email} isn’t on this team`);
      return id ?? [];
    });
  }

  private async take(file: Found): Promise<void> {
    const article = await findArticle(this.ctx, this.site.id, file.id);
    const texts = article ? await listTexts(this.ctx, this.site.id, article.id) : [];
    const before = texts.find(({ language }) => language === file.language);
    const textId = before?.id ?? derivedId(this.site.id, 'imported text', `${file.id} ${file.language}`);
    const { body, pictures, missing } = findPictures(this.site, this.folder, file);
    for (const path of [...file.missing, ...missing])
      this.note(file.path, `the picture ${path} isn’t in the folder`);
    const isDraft = (file.front.state ?? (this.options.publish ? 'live' : 'draft')) === 'draft';
    const wanted = { title: file.front.title ?? '', body };
    const isSame = before !== undefined && (await this.isThere(before, wanted, isDraft));
    if (!before) this.report.added++;
    else if (isSame) this.report.unchanged++;
    else this.report.changed++;
    // Known again, its old address may not be.
    if (!this.options.dryRun && isSame && article) await keepFormer(this.ctx, this.site, article.id, file);
    if (this.options.dryRun || isSame) return;
    const now = this.ctx.clock.now();
    const row = article ?? this.newArticle(file, now);
    await this.save(row, article !== null, { file, before, textId, wanted, now });
    await keepFormer(this.ctx, this.site, row.id, file);
    const refused = await keepPictures(this.ctx, this.site, this.folder, pictures, {
      textId,
      articleId: row.id,
    });
    this.report.pictures += pictures.size - refused.length;
    for (const { path, reason } of refused) this.note(path, `the picture can’t be used: ${reason}`);
    if (!isDraft) await this.publish(row, textId, file);
  }

  /** Whether a text holds what a file says: as its draft, or as what readers have. */
  private async isThere(
    text: TextRow,
    wanted: { title: string; body: string },
    isDraft: boolean,
  ): Promise<boolean> {
    if (!isDraft && text.publicTitle === null) return false;
    const held = isDraft ? text : await findVersion(this.ctx, this.site.id, text.id, text.version);
    return held?.title === wanted.title && held.body === wanted.body;
  }

  private newArticle(file: Found, now: number): ArticleRow {
    const { front } = file;
    return {
      siteId: this.site.id,
      id: file.id,
      category: this.topicOf(file),
      audience: front.audience ?? 'public',
      language: this.originals.get(file.id) ?? file.language,
      position: front.position ?? 0,
      authors: this.authorsOf(file),
      verifyBy: front.verifyBy ?? null,
      sourceId: file.path,
      conversationId: null,
      questionId: null,
      revision: 1,
      createdAt: front.published ?? now,
      changedAt: now,
    };
  }

  private async save(
    article: ArticleRow,
    isThere: boolean,
    given: {
      file: Found;
      before: TextRow | undefined;
      textId: string;
      wanted: { title: string; body: string };
      now: number;
    },
  ): Promise<void> {
    const { file, before, textId, wanted, now } = given;
    const { front } = file;
    const draft = { ...wanted, changedAt: front.updated ?? now, changedBy: nobody };
    const { applied } = await this.ctx.database.commit({
      site: this.site.id,
      events: [{ kind: articleChanged, subject: article.id, audience: 'staff' }],
      write: (tx) => [
        isThere
          ? updateArticle(tx, this.site.id, article.id, article.revision, {
              ...(front.position !== undefined && { position: front.position }),
              changedAt: now,
            })
          : insertArticle(tx, article),
        before
          ? updateText(tx, this.site.id, textId, before.revision, draft)
          : insertText(tx, {
              siteId: this.site.id,
              id: textId,
              articleId: article.id,
              language: file.language,
              revision: 1,
              ...draft,
              ...neverPublished,
            }),
      ],
    });
    if (!applied) throw new Error('somebody changed it in the meantime; run the import again');
  }

  /** Publishes what was just saved; dates stay those of the file. */
  private async publish(article: ArticleRow, textId: string, { front }: Found): Promise<void> {
    const { ctx, site } = this;
    const text = await findTextById(ctx, site.id, textId);
    if (!text) throw new Error('somebody deleted it in the meantime');
    await publishText(ctx, site, article, text, { staff: nobody, isCurrent: true });
    const { published, updated } = front;
    if (published === undefined && updated === undefined) return;
    await ctx.database.write((tx) => [
      updateText(tx, site.id, textId, text.revision + 1, {
        ...(published !== undefined && text.publishedAt === null && { publishedAt: published }),
        ...(updated !== undefined && { updatedAt: updated }),
      }),
    ]);
  }
}

/**
 * Takes the articles of a folder: those of our own export as they were, those of other tools by what they have of it. The same folder again changes nothing. A file that can't be taken is listed, and
 * the others come in.
 * @throws Error when there is nothing to read
 */
export const importArticles = async (
  ctx: Context,
  site: Site,
  folder: string,
  options: ArticleImportOptions,
): Promise<ImportedArticles> => {
  const team = await listColleagues(ctx, site.id);
  const authors = new Map(team.map(({ id, email }) => [email.toLowerCase(), id]));
  const notes = createNotes();
  const from = options.from ?? 'markdown';
  // Before the articles: published, they show them.
  const blocks = from === 'markdown' ? await takeBlockFiles(ctx, site, folder, options.dryRun) : null;
  const opened = await openSource[from](folder, notes);
  const source = { ...opened, paths: opened.paths.filter((path) => !blocks?.paths.has(path)) };
  const report = await new ArticleImport(ctx, site, folder, source, options, authors).run();
  report.notes.rejected.unshift(...(blocks?.rejected ?? []), ...notes.rejected, ...source.rejected);
  if (blocks) report.blocks = { added: blocks.added, changed: blocks.changed, unchanged: blocks.unchanged };
  report.notes.places.unshift(...notes.places);
  for (const [kind, count] of Object.entries(notes.counts)) report.notes.counts[kind as NoteKind] += count;
  return report;
};
