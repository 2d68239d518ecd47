import type { Context } from '../../context.ts';
import { Failure } from '../../core/http/failure.ts';
import type { JobHandler } from '../../core/jobs/handlers.ts';
import { planJob } from '../../core/jobs/queries.ts';
import type { NewJob } from '../../core/jobs/work.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { articleChanged } from '../rules.ts';
import { withBlocks } from './expanding.ts';
import { referencesIn } from './expand.ts';
import { findBlock, pageReferring } from './queries.ts';
import { renderAgain } from './writes.ts';

/* Every article that uses a block follows its change, a few at a time. */

/** The job that renders articles again. */
export const followJobKind = 'article.followBlock';
/** Articles that one job renders. */
const batchSize = 25;

/** Has the articles after an id follow a block's change. */
export const followJob = (block: { id: string; revision: number }, now: number, after = ''): NewJob => ({
  kind: followJobKind,
  key: `${block.id} ${block.revision} ${after}`,
  payload: { block: block.id, revision: block.revision, after },
  runAt: now,
});

type Referring = Awaited<ReturnType<typeof pageReferring>>[number];

const render = async (ctx: Context, site: Site, text: Referring) => {
  try {
    const { source, blocks } = await withBlocks(ctx, site, text);
    const rich = await ctx.renderer.render(source, { site: site.id, person: '' }, 'article');
    return { text, blocks, rich };
  } catch (error) {
    // One that became too long stays as readers have it; its writer is told at the next publishing.
    if (!(error instanceof Failure) || error.code !== 'invalid') throw error;
    ctx.log.warn({ err: error, text: text.id }, 'an article could not follow its block');
    return null;
  }
};

type Rendered = NonNullable<Awaited<ReturnType<typeof render>>>;

export const followBlock: JobHandler = async (ctx, { siteId, payload }) => {
  const site = await ctx.sites.byId(siteId);
  const block = await findBlock(ctx, siteId, String(payload['block']));
  // Another change has work of its own.
  if (!site || !block || block.revision !== payload['revision']) return { kind: 'done' };
  const page = await pageReferring(ctx, siteId, block.name, String(payload['after']), batchSize);
  const now = ctx.clock.now();
  const rendered: Rendered[] = [];
  for (const text of page)
    if (referencesIn(text.body).includes(block.name)) {
      const done = await render(ctx, site, text);
      if (done) rendered.push(done);
    }
  const last = page.length === batchSize ? page.at(-1)?.id : undefined;
  return {
    kind: 'done',
    events: rendered.map(({ text }) => ({
      kind: articleChanged,
      subject: text.articleId,
      audience: 'staff' as const,
    })),
    write: (tx) => [
      ...rendered.map(({ text, blocks, rich }) =>
        renderAgain(tx, siteId, text, blocks, {
          publicRich: rich,
          // A draft that says something else goes on saying so.
          ...(text.changedAt <= (text.updatedAt ?? 0) && { updatedAt: now }),
        }),
      ),
      ...(last === undefined ? [] : [planJob(tx, siteId, followJob(block, now, last), now)]),
    ],
  };
};
