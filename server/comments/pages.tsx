/** @jsxImportSource hono/jsx */
import { findPage } from './queries/pages.ts';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context as HonoContext, Hono } from 'hono';
import * as schema from '../../shared/comments/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import { findAttachment } from '../core/content/attachments/queries.ts';
import { thumbnailPath } from '../core/content/attachments/store.ts';
import { derivedId } from '../core/derivedId.ts';
import { Failure, idOf, isId, notFound } from '../core/http/failure.ts';
import { isAllowedOrigin } from '../core/http/guard.ts';
import { check } from '../core/http/validate.ts';
import { actingVisitor, addressOf, limitPage, pageVisitor, readForm } from '../core/pages/forms.ts';
import { type PageCall, privateHeaders, withSite } from '../core/pages/pages.tsx';
import { toCommentView, toOwnViews } from './views.ts';
import { listPage, listRest, pageOf } from './list.ts';
import { fragment, type Marked } from './pages/fragment.tsx';
import { commentsPage } from './pages/page.tsx';
import { anchorOf, linksOf } from './pages/thread.tsx';
import { emptyForm, type Filled } from './pages/write.tsx';
import { findComment, listOwn } from './queries/comments.ts';
import { addComment } from './writing/add.ts';

/* Comments without scripts: the fragment that owners put into their pages, and our own page for reading and writing. */

/** Two forms with the same words from the same place are one within this time, milliseconds. */
const onceWithin = 10 * 60_000;

const text = (hono: HonoContext, name: string): string | undefined => hono.req.query(name) || undefined;

const readQuery = (hono: HonoContext): schema.ListQuery =>
  check(schema.listQuery, {
    url: hono.req.query('url') ?? '',
    ...Object.fromEntries(
      ['page', 'sort', 'after', 'with'].flatMap((name) =>
        text(hono, name) === undefined ? [] : [[name, text(hono, name)]],
      ),
    ),
  });

const readMarked = (hono: HonoContext): Marked => {
  const as = hono.req.query('as');
  const type = hono.req.query('type') ?? '';
  return {
    as: as === 'json-ld' || as === 'none' ? as : 'microdata',
    type: /^[A-Z][A-Za-z]{1,40}$/.test(type) ? type : '',
  };
};

/** A page with the whole of one thread, for those that are too long for their list. */
const threadList = async (
  ctx: Context,
  call: PageCall,
  query: schema.ListQuery,
  thread: string,
): Promise<schema.CommentList> => {
  const list = await listPage(ctx, call.site, { ...query, with: thread });
  const root = await findComment(ctx, call.site.id, thread);
  const page = await findPage(ctx, call.site.id, pageOf(call.site, query).key);
  if (!root || root.pageId !== page?.id || root.rootId !== root.id) throw notFound();
  const known = new Map<string, schema.Comment>([[root.id, toCommentView(root)]]);
  for (let skip = 0; ; ) {
    const { comments, left } = await listRest(ctx, call.site, thread, skip);
    for (const comment of comments) known.set(comment.id, comment);
    skip += comments.length;
    if (left === 0 || comments.length === 0 || skip > 2_000) break;
  }
  return { ...list, comments: [...known.values()], next: null, more: {} };
};

const show = async (
  call: PageCall,
  query: schema.ListQuery,
  filled: Filled,
  reply: string | undefined,
  sent: boolean,
) => {
  const { ctx, site, hono } = call;
  const thread = hono.req.query('thread');
  const list = isId(thread) ? await threadList(ctx, call, query, thread) : await listPage(ctx, site, query);
  const answered = isId(reply) ? await findComment(ctx, site.id, reply) : null;
  const visitor = await pageVisitor(ctx, site, hono);
  const page = visitor && (await findPage(ctx, site.id, pageOf(site, query).key));
  const own = page ? await listOwn(ctx, site.id, page.id, visitor.id) : [];
  return commentsPage(call, list, query, {
    filled,
    replyTo: answered?.state === 'approved' ? { id: answered.id, name: answered.name } : undefined,
    held: own
      .filter(({ state }) => state !== 'approved')
      .map((row) => toOwnViews(site.settings.comments, row)),
    sent,
  });
};

/** True for a form that stood on one of the site's own pages, or on ours. */
const isFromHost = (ctx: Context, call: PageCall): boolean => {
  const origin = call.hono.req.header('origin');
  return origin !== undefined && origin !== 'null' && isAllowedOrigin(ctx, call.site, origin);
};

/** Reading: the fragment for pages of the host, and the page of ours. */
const mountReadingPages = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/comments/fragment', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const { site, language } = call;
      const query = readQuery(hono);
      const version = ctx.bus.version(site.id);
      const page = await findPage(ctx, site.id, pageOf(site, query).key);
      const tag = `${page?.seq ?? 0}.${site.revision}.${language.tag}`;
      return (
        ctx.pageCache.revalidate(hono, version, tag) ??
        ctx.pageCache.store(
          hono,
          site.id,
          version,
          fragment(call, await listPage(ctx, site, query), query, readMarked(hono)),
          tag,
          { 'access-control-allow-origin': '*' },
        )
      );
    })(hono),
  );

  app.get('/sites/:site/comments', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const filled: Filled = { ...emptyForm, id: newId(ctx.clock.now()) };
      const page = await show(call, readQuery(hono), filled, text(hono, 'reply'), text(hono, 'sent') === '1');
      return hono.html(page, 200, privateHeaders);
    })(hono),
  );
};

/** Writing with a form, from a page of the host or of ours. */
const mountWritingPage = (app: Hono, ctx: Context): void => {
  app.post('/sites/:site/comments', (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      const trusted = isFromHost(ctx, call);
      const form = await readForm(ctx, site, hono, true);
      const values = Object.fromEntries(form);
      const given = (name: string) => form.get(name)?.trim() || undefined;
      const query: schema.ListQuery = check(schema.listQuery, {
        url: form.get('url') ?? '',
        ...(given('page') && { page: given('page') }),
      });
      const again = async (wrong: Filled['wrong'], status: 200 | 400 | 403 | 409) =>
        hono.html(
          await show(
            call,
            query,
            { values, wrong, id: given('id') ?? newId(ctx.clock.now()) },
            form.get('parent'),
            false,
          ),
          status,
          privateHeaders,
        );
      // Nobody knows whose page this came from: what was written stands in a form of ours, to be sent from here.
      if (!trusted) return again({}, 200);
      const address = addressOf(ctx, hono);
      const now = ctx.clock.now();
      const id =
        given('id') ??
        derivedId(
          site.id,
          address,
          query.url,
          query.page ?? '',
          form.get('parent') ?? '',
          form.get('name') ?? '',
          form.get('body') ?? '',
          `${Math.floor(now / onceWithin)}`,
        );
      try {
        const body = check(schema.newComment, {
          id,
          url: query.url,
          body: form.get('body') ?? '',
          language: language.tag,
          ...Object.fromEntries(
            ['page', 'title', 'parent', 'name', 'email', 'website'].flatMap((name) =>
              given(name) === undefined ? [] : [[name, form.get(name)]],
            ),
          ),
        });
        const known = given('id') === undefined ? await findComment(ctx, site.id, id) : null;
        if (!known) {
          const visitor = await actingVisitor(ctx, site, hono);
          await addComment(
            ctx,
            site,
            visitor,
            body,
            { address, agent: hono.req.header('user-agent') ?? '' },
            true,
          );
        }
        return hono.redirect(`${linksOf(call, query).page({ sent: '1', with: id })}#${anchorOf(id)}`, 303);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        if (error.code === 'forbidden') return again({}, 403);
        if (!error.fields) throw error;
        return again(error.fields, error.code === 'conflict' ? 409 : 400);
      }
    })(hono),
  );
};

/** Pictures that comments carry. */
const mountPictures = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/comments/pictures/:picture', async (hono) => {
    limitPage(ctx, hono);
    const site = await ctx.sites.byKey(hono.req.param('site'));
    const row = site && (await findAttachment(ctx, site.id, idOf(hono.req.param('picture'))));
    const carrier = site && row?.messageId && (await findComment(ctx, site.id, row.messageId));
    if (!site || !row || row.width === null || !carrier || carrier.state !== 'approved') throw notFound();
    const file = thumbnailPath(ctx.config.dataDirectory, site.id, row.id);
    const found = await stat(file).catch(() => null);
    if (!found) throw notFound();
    return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
      headers: {
        'content-type': 'image/webp',
        'content-length': String(found.size),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        // Shown on the host's pages; when the comment goes, so does the picture, within minutes.
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=300',
      },
    });
  });
};

/** Comments without scripts: read, written, and their pictures. */
export const mountCommentPages = (app: Hono, ctx: Context): void => {
  mountReadingPages(app, ctx);
  mountWritingPage(app, ctx);
  mountPictures(app, ctx);
};
