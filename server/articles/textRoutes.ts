import * as contract from '../../shared/articles/routes.ts';
import * as schema from '../../shared/articles/schema.ts';
import type { Context } from '../context.ts';
import { filePrefix } from '../core/content/articleMarkdown.ts';
import { bindAttachments, findAttachments, releaseAttachments } from '../core/content/attachments/queries.ts';
import { commitRevised, refuseOlder } from '../core/db/revised.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { publishText, scheduleText } from './publishing.ts';
import { findArticle, findTextById, findVersion, listTexts, listVersions } from './queries/articles.ts';
import { articleChanged, neverPublished } from './rules.ts';
import { readAgain, readArticle } from './views.ts';
import { insertText, removeText, updateText } from './writes/articles.ts';

const forStaff = { access: 'staff', rate: 'staff' } as const;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const mentioned = new RegExp(`${filePrefix}(${uuid})`, 'g');
/** Pictures of one article: each is looked up. */
const maxFiles = 200;

/** Files that a draft shows and that no message or article has yet, of whoever writes it. */
const newFiles = async (ctx: Context, site: Site, body: string, staff: string): Promise<string[]> => {
  const ids = [...new Set([...body.matchAll(mentioned)].flatMap(([, id]) => id ?? []))].slice(0, maxFiles);
  if (ids.length === 0) return [];
  const rows = await findAttachments(ctx, site.id, ids);
  return rows
    .filter(({ messageId, senderId, width }) => messageId === null && senderId === staff && width !== null)
    .map(({ id }) => id);
};

/** One language of an article as it is. @throws Failure `not_found`, `conflict` when it is not what the caller read */
const findOwn = async (ctx: Context, site: Site, parameter: (name: string) => string, revision?: number) => {
  const [article, text] = await Promise.all([
    findArticle(ctx, site.id, parameter('article')),
    findTextById(ctx, site.id, parameter('text')),
  ]);
  if (!article || text?.articleId !== article.id) throw notFound();
  if (revision !== undefined)
    await refuseOlder(text.revision, revision, () => readArticle(ctx, site, article.id));
  return { article, text };
};

const mountSaving = (api: Api): void =>
  mount(
    api,
    contract.putArticleText,
    {
      ...forStaff,
      body: schema.saveText,
      reply: schema.articleReply,
      maxBytes: 512 * 1024,
      operationId: 'saveArticleText',
      scope: 'content:write',
      summary: 'Save the draft of one language of an article; readers see none of it',
    },
    async ({ ctx, site, parameter, body, session }) => {
      const article = await findArticle(ctx, site.id, parameter('article'));
      if (!article) throw notFound();
      const id = parameter('text');
      const texts = await listTexts(ctx, site.id, article.id);
      const before = texts.find((one) => one.language === body.language);
      const current = () => readArticle(ctx, site, article.id);
      // Two people who begin a translation at once: the second is shown what the first has.
      await refuseOlder(before?.revision ?? 0, before && before.id !== id ? 0 : body.revision, current);
      if (!before && (await findTextById(ctx, site.id, id)))
        throw new Failure('conflict', 'This ID belongs to another text.');
      const now = ctx.clock.now();
      const files = await newFiles(ctx, site, body.body, session.staff.id);
      const draft = { title: body.title, body: body.body, changedAt: now, changedBy: session.staff.id };
      await commitRevised(
        ctx,
        { site: site.id, kind: articleChanged, subject: article.id },
        (tx) => [
          before
            ? updateText(tx, site.id, id, body.revision, draft)
            : insertText(tx, {
                ...draft,
                siteId: site.id,
                id,
                articleId: article.id,
                language: body.language,
                revision: 1,
                ...neverPublished,
              }),
          ...bindAttachments(tx, site.id, { id, conversationId: article.id }, files),
        ],
        current,
      );
      return readAgain(ctx, site, article.id);
    },
  );

const mountRemoving = (api: Api): void =>
  mount(
    api,
    contract.deleteArticleText,
    {
      ...forStaff,
      body: schema.revised,
      reply: schema.articleReply,
      operationId: 'deleteArticleText',
      scope: 'content:write',
      summary: 'Delete a translation with its versions',
    },
    async ({ ctx, site, parameter, body }) => {
      const { article, text } = await findOwn(ctx, site, parameter, body.revision);
      if (text.language === article.language)
        throw new Failure('conflict', 'The original goes with its article. Delete the article instead.');
      await commitRevised(
        ctx,
        { site: site.id, kind: articleChanged, subject: article.id },
        (tx) => [
          ...removeText(tx, site.id, text.id, body.revision),
          releaseAttachments(tx, site.id, text.id),
        ],
        () => readArticle(ctx, site, article.id),
      );
      return readAgain(ctx, site, article.id);
    },
  );

const mountPublishing = (api: Api): void => {
  mount(
    api,
    contract.publishArticleText,
    {
      ...forStaff,
      body: schema.publishText,
      reply: schema.articleReply,
      operationId: 'publishArticleText',
      scope: 'content:write',
      summary: 'Publish the draft of one language now or at a time',
    },
    async ({ ctx, site, parameter, body, session }) => {
      const { article, text } = await findOwn(ctx, site, parameter, body.revision);
      const staff = session.staff.id;
      if (body.at !== null && body.at > ctx.clock.now())
        await scheduleText(ctx, site, article, text, { staff, at: body.at });
      else await publishText(ctx, site, article, text, { staff, isCurrent: body.isCurrent === true });
      return readAgain(ctx, site, article.id);
    },
  );

  mount(
    api,
    contract.unpublishArticleText,
    {
      ...forStaff,
      body: schema.revised,
      reply: schema.articleReply,
      operationId: 'unpublishArticleText',
      scope: 'content:write',
      summary: 'Take one language of an article from readers, or call off its schedule',
    },
    async ({ ctx, site, parameter, body }) => {
      const { article, text } = await findOwn(ctx, site, parameter, body.revision);
      await commitRevised(
        ctx,
        { site: site.id, kind: articleChanged, subject: article.id },
        (tx) => [
          updateText(
            tx,
            site.id,
            text.id,
            body.revision,
            // What waits for its time is called off first: readers keep what they have.
            text.publishAt === null ? { publicTitle: null, publicRich: null } : { publishAt: null },
          ),
        ],
        () => readArticle(ctx, site, article.id),
      );
      return readAgain(ctx, site, article.id);
    },
  );
};

const mountVersions = (api: Api): void => {
  mount(
    api,
    contract.listArticleVersions,
    {
      ...forStaff,
      reply: schema.versionList,
      operationId: 'listArticleVersions',
      scope: 'content:read',
      summary: 'List what was published of one language, the newest first',
    },
    async ({ ctx, site, parameter }) => {
      const { text } = await findOwn(ctx, site, parameter);
      const versions = await listVersions(ctx, site.id, text.id);
      return { versions: versions.map((one) => ({ ...one, by: one.by ?? '' })) };
    },
  );

  mount(
    api,
    contract.getArticleVersion,
    {
      ...forStaff,
      query: schema.versionQuery,
      reply: schema.versionReply,
      operationId: 'getArticleVersion',
      scope: 'content:read',
      summary: 'Get one published version with its text',
    },
    async ({ ctx, site, parameter, query }) => {
      const { text } = await findOwn(ctx, site, parameter);
      const version = await findVersion(ctx, site.id, text.id, query.number);
      if (!version) throw notFound();
      return { version: { ...version, by: version.by ?? '' } };
    },
  );
};

/** The languages of an article: drafts, what readers have, and what they had. */
export const mountArticleTexts = (api: Api): void => {
  mountSaving(api);
  mountRemoving(api);
  mountPublishing(api);
  mountVersions(api);
};
