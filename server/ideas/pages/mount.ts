import type { Hono } from 'hono';
import { followIdeaBody } from '../../../shared/ideas/schema.ts';
import { ideaOrders, ideaStatuses } from '../../../shared/ideas/states.ts';
import { longest } from '../../../shared/core/fields.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { cut } from '../../core/content/cut.ts';
import { Failure, idOf } from '../../core/http/failure.ts';
import { check } from '../../core/http/validate.ts';
import { actingVisitor, addressOf, limitPage, pageVisitor, readForm } from '../../core/pages/forms.ts';
import { withLanguage } from '../../core/pages/links.ts';
import { type PageCall, privateHeaders, withSite } from '../../core/pages/pages.tsx';
import { publicIdeaRow } from '../checks.ts';
import { mountIdeaFollowPages } from '../followPages.ts';
import { listVotedIds } from '../queries/details.ts';
import { findIdea } from '../queries/ideas.ts';
import { ideaPath, requireIdeas } from '../rules.ts';
import { findSimilar, listPublicIdeas } from '../searching.ts';
import { addIdea } from '../submitting.ts';
import { toCard, toPublicIdea } from '../views.ts';
import { follow, ownPartOf, vote } from '../voting.ts';
import { ideaPage, said } from './idea.tsx';
import { type ListAsked, listHref, listPage } from './list.tsx';
import { ideaMarkdown, markdownHeaders, mountMachinePages } from './machine.ts';
import { back, mountOwnPages } from './own.ts';
import { roadmapPage } from './roadmap.tsx';
import { readIdea, submitPage } from './submit.tsx';

const none: ReadonlySet<string> = new Set();

/** The request for a list, by an address or by a form that leads back to it. */
const askedOf = (read: (name: string) => string | undefined): ListAsked => ({
  q: cut(read('q') ?? '', longest.query).replace(/\s+/g, ' '),
  status: ideaStatuses.find((one) => one === read('status')),
  order: ideaOrders.find((one) => one === read('order')) ?? 'top',
  page: Math.min(1_000, Math.max(1, Number.parseInt(read('page') ?? '1', 10) || 1)),
});

/** Ideas that a page's visitor voted for. */
const votedOf = async ({ ctx, site, hono }: PageCall): Promise<ReadonlySet<string> | null> => {
  const visitor = await pageVisitor(ctx, site, hono);
  return visitor && listVotedIds(ctx, site.id, visitor.id);
};

const mountLists = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/ideas', (hono) =>
    withSite(ctx, async (call) => {
      const asked = askedOf((name) => hono.req.query(name));
      const isSearch = asked.q.trim() !== '';
      limitPage(ctx, hono, isSearch ? 'suggest' : 'read');
      const { site, language } = call;
      requireIdeas(site);
      const version = ctx.bus.version(site.id);
      const voted = await votedOf(call);
      const body = listPage(
        call,
        asked,
        await listPublicIdeas(ctx, site, language.tag, asked),
        voted ?? none,
      );
      return isSearch || voted
        ? hono.html(body, 200, privateHeaders)
        : ctx.pageCache.storeForStrangers(hono, site.id, version, body);
    })(hono),
  );

  app.get('/sites/:site/roadmap', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      requireIdeas(call.site);
      const version = ctx.bus.version(call.site.id);
      return ctx.pageCache.store(hono, call.site.id, version, await roadmapPage(call));
    })(hono),
  );
};

/** Forms for a new idea. */
const mountSubmitting = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/ideas/new', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono, 'suggest');
      const { site, language } = call;
      requireIdeas(site);
      const title = cut(hono.req.query('title') ?? '', longest.title);
      const similar = await findSimilar(ctx, site, title, language.tag);
      const page = submitPage(call, {
        filled: { values: { title }, wrong: {}, id: newId(ctx.clock.now()) },
        similar: similar.map((row) => toCard(site, row)),
        voted: (await votedOf(call)) ?? none,
      });
      return hono.html(page, 200, privateHeaders);
    })(hono),
  );

  app.post('/sites/:site/ideas/new', (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      requireIdeas(site);
      const form = await readForm(ctx, site, hono);
      try {
        const body = readIdea(form, language.tag);
        const visitor = await actingVisitor(ctx, site, hono);
        const row = await addIdea(ctx, site, visitor, body, { address: addressOf(ctx, hono), isPlain: true });
        return back(call, row, row.state === 'public' ? 'posted' : 'waits');
      } catch (error) {
        if (!(error instanceof Failure) || !error.fields) throw error;
        const page = submitPage(call, {
          filled: {
            values: Object.fromEntries(form),
            wrong: error.fields,
            id: form.get('id') ?? newId(ctx.clock.now()),
          },
          similar: [],
          voted: none,
        });
        return hono.html(page, 400, privateHeaders);
      }
    })(hono),
  );
};

/** An idea as its reader gets it: a public one, or their own that waits. @throws Failure `not_found` */
const showIdea = async (call: PageCall): Promise<Response> => {
  const { ctx, hono, site, language } = call;
  requireIdeas(site);
  const version = ctx.bus.version(site.id);
  const id = idOf(hono.req.param('idea'));
  const visitor = await pageVisitor(ctx, site, hono);
  const found = await findIdea(ctx, site.id, id);
  const isOwn = visitor && found?.state === 'waiting' && found.authorId === visitor.id;
  const row = isOwn ? found : await publicIdeaRow(ctx, site, id);
  const slug = hono.req.param('slug');
  if (!isOwn && row.id === id && slug === `${row.slug}.md`)
    return hono.body(await ideaMarkdown(call, row), 200, markdownHeaders);
  // One address a page: of what was merged, and of old titles.
  if (row.id !== id || slug !== row.slug)
    return hono.redirect(withLanguage(ideaPath(site.key, row.id, row.slug), language.tag), 301);
  const done = said.find((one) => one === hono.req.query('said')) ?? null;
  const isPrivate = visitor !== null || done !== null;
  const body = ideaPage(call, await toPublicIdea(ctx, site, row), {
    own: visitor && (await ownPartOf(ctx, site, visitor, row)),
    state: row.state,
    said: done,
    email: '',
    wrong: {},
    reply: { values: {}, wrong: {}, ...(isPrivate && { id: newId(ctx.clock.now()) }) },
  });
  return isPrivate
    ? hono.html(body, 200, privateHeaders)
    : ctx.pageCache.storeForStrangers(hono, site.id, version, body);
};

/** One idea, the vote for it, and hearing of it. */
const mountOne = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/ideas/:idea/:slug', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      return showIdea(call);
    })(hono),
  );

  app.post('/sites/:site/ideas/:idea/vote', (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      const form = await readForm(ctx, site, hono);
      const row = await publicIdeaRow(ctx, site, idOf(hono.req.param('idea')));
      const value = form.get('value') !== 'no';
      await vote(ctx, site, await actingVisitor(ctx, site, hono), row.id, {
        value,
        language: language.tag,
        address: addressOf(ctx, hono),
      });
      if (form.get('from') !== 'list') return back(call, row, value ? 'voted' : 'unvoted');
      const asked = askedOf((name) => form.get(name));
      return hono.redirect(`${listHref(call, asked)}#idea-${row.id}`, 303);
    })(hono),
  );

  app.post('/sites/:site/ideas/:idea/follow', (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      const form = await readForm(ctx, site, hono);
      const row = await publicIdeaRow(ctx, site, idOf(hono.req.param('idea')));
      const email = form.get('email')?.trim() ?? '';
      try {
        const body = check(followIdeaBody, { id: newId(ctx.clock.now()), email, language: language.tag });
        const visitor = await actingVisitor(ctx, site, hono);
        return back(call, row, (await follow(ctx, site, visitor, row.id, body)) ? 'follows' : 'sent');
      } catch (error) {
        if (!(error instanceof Failure) || !error.fields) throw error;
        const visitor = await pageVisitor(ctx, site, hono);
        const page = ideaPage(call, await toPublicIdea(ctx, site, row), {
          own: visitor && (await ownPartOf(ctx, site, visitor, row)),
          state: row.state,
          said: null,
          email,
          wrong: error.fields,
          reply: { values: {}, wrong: {}, id: newId(ctx.clock.now()) },
        });
        return hono.html(page, 400, privateHeaders);
      }
    })(hono),
  );
};

/** The pages of ideas: for crawlers, for browsers without JavaScript, and to link to. */
export const mountIdeaPages = (app: Hono, ctx: Context): void => {
  mountLists(app, ctx);
  mountSubmitting(app, ctx);
  // Before the ideas themselves, whose pages have any words in their addresses.
  mountOwnPages(app, ctx);
  mountOne(app, ctx);
  mountIdeaFollowPages(app, ctx);
  mountMachinePages(app, ctx);
};
