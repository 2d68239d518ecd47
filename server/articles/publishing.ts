import type { Context } from '../context.ts';
import { commitRevised } from '../core/db/revised.ts';
import { Failure } from '../core/http/failure.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { hasVisibleText } from '../../shared/core/visibleText.ts';
import { withBlocks } from './blocks/expanding.ts';
import { type ArticleRow, findArticle, findTextById, listTexts, type TextRow } from './queries/articles.ts';
import { articleChanged, articleSlug } from './rules.ts';
import { readArticle } from './views.ts';
import { insertVersion, updateText } from './writes/articles.ts';

/** The job that publishes what was scheduled. */
export const publishJobKind = 'article.publish';

/** @throws Failure `invalid` with the fields that are still empty */
const refuseUnfinished = ({ title, body }: TextRow): void => {
  const fields = {
    ...(!hasVisibleText(title) && { title: 'required' as const }),
    ...(!hasVisibleText(body) && { body: 'required' as const }),
  };
  if (Object.keys(fields).length)
    throw new Failure('invalid', 'An article needs a title and a text before it’s published.', { fields });
};

/**
 * Gives readers the draft as it is, as a version of its own.
 * @param isCurrent a translation says what the original says now
 * @throws Failure `invalid` while title or text is empty, `conflict` when somebody changed it in between
 */
export const publishText = async (
  ctx: Context,
  site: Site,
  article: ArticleRow,
  text: TextRow,
  by: { staff: string; isCurrent: boolean },
): Promise<void> => {
  refuseUnfinished(text);
  const { source } = await withBlocks(ctx, site, text);
  const rich = await ctx.renderer.render(source, { site: site.id, person: by.staff }, 'article');
  const now = ctx.clock.now();
  const number = text.version + 1;
  const isOriginal = text.language === article.language;
  const original = isOriginal
    ? text
    : (await listTexts(ctx, site.id, article.id)).find(({ language }) => language === article.language);
  const basedOn = by.isCurrent || text.version === 0 ? (original?.version ?? 0) : text.basedOn;
  await commitRevised(
    ctx,
    { site: site.id, kind: articleChanged, subject: article.id },
    (tx) => [
      updateText(tx, site.id, text.id, text.revision, {
        publicTitle: text.title,
        publicRich: rich,
        slug: articleSlug(text.title),
        version: number,
        basedOn: isOriginal ? number : basedOn,
        publishAt: null,
        publishedAt: text.publishedAt ?? now,
        updatedAt: now,
        // What was published is the draft: nothing is left to say.
        changedAt: Math.min(text.changedAt, now),
      }),
      insertVersion(tx, {
        siteId: site.id,
        textId: text.id,
        number,
        title: text.title,
        body: text.body,
        staffId: by.staff,
        at: now,
      }),
    ],
    () => readArticle(ctx, site, article.id),
  );
};

/** Has the draft go out at an instant; a change of the draft until then goes with it. */
export const scheduleText = async (
  ctx: Context,
  site: Site,
  article: ArticleRow,
  text: TextRow,
  by: { staff: string; at: number },
): Promise<void> => {
  refuseUnfinished(text);
  const now = ctx.clock.now();
  await commitRevised(
    ctx,
    { site: site.id, kind: articleChanged, subject: article.id },
    (tx) => [
      updateText(tx, site.id, text.id, text.revision, { publishAt: by.at }),
      planJob(
        tx,
        site.id,
        {
          kind: publishJobKind,
          key: `${text.id} ${by.at} ${text.revision}`,
          payload: { text: text.id, at: by.at, staff: by.staff },
          runAt: by.at,
        },
        now,
      ),
    ],
    () => readArticle(ctx, site, article.id),
  );
};

/** Publishes what is due, unless it was moved, called off or deleted meanwhile. */
export const publishDue: JobHandler = async (ctx, job) => {
  const text = await findTextById(ctx, job.siteId, String(job.payload['text']));
  const site = await ctx.sites.byId(job.siteId);
  const article = text && (await findArticle(ctx, job.siteId, text.articleId));
  if (!site || !article || text?.publishAt !== job.payload['at']) return { kind: 'done' };
  try {
    await publishText(ctx, site, article, text, { staff: String(job.payload['staff']), isCurrent: false });
  } catch (error) {
    // Emptied after it was scheduled: it stays what it was, a draft, and says so where it is edited.
    if (!(error instanceof Failure) || error.code !== 'invalid') throw error;
    await ctx.database.write((tx) => [updateText(tx, site.id, text.id, text.revision, { publishAt: null })]);
  }
  return { kind: 'done' };
};
