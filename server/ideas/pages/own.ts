import type { Hono } from 'hono';
import { editOwnIdeaBody, editReplyBody, replyBody } from '../../../shared/ideas/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { Failure, idOf, notFound } from '../../core/http/failure.ts';
import { check } from '../../core/http/validate.ts';
import { actingVisitor, addressOf, limitPage, pageVisitor, readForm } from '../../core/pages/forms.ts';
import { withLanguage } from '../../core/pages/links.ts';
import { type PageCall, privateHeaders, withSite } from '../../core/pages/pages.tsx';
import { writtenForm } from '../../core/pages/writtenForm.ts';
import type { Visitor } from '../../core/people/visitors/visitor.ts';
import { publicIdeaRow } from '../checks.ts';
import { editOwn, ownIdea } from '../ownIdeas.ts';
import type { IdeaRow } from '../queries/ideas.ts';
import { findReply } from '../replies/queries.ts';
import { addReply, deleteReply, editReply, ownReply } from '../replies/replying.ts';
import { ideaPath } from '../rules.ts';
import { toPublicIdea } from '../views.ts';
import { ownPartOf } from '../voting.ts';
import { editIdeaPage, editReplyPage } from './editing.tsx';
import { ideaPage, type Said } from './idea.tsx';

/* What readers write under an idea with forms, and how they change what is theirs. */

/** Back to an idea, which says what was done. */
export const back = ({ hono, site, language }: PageCall, row: IdeaRow, done: Said, reply?: string) =>
  hono.redirect(
    `${withLanguage(ideaPath(site.key, row.id, row.slug), language.tag)}&said=${done}${reply === undefined ? '' : `#reply-${reply}`}`,
    303,
  );

/** The visitor of a page. @throws Failure `not_found` without one */
const requireVisitor = async ({ ctx, site, hono }: PageCall): Promise<Visitor> => {
  const visitor = await pageVisitor(ctx, site, hono);
  if (!visitor) throw notFound();
  return visitor;
};

/** The idea with the reply as it was filled in, and what was wrong with it. */
const again = async (call: PageCall, row: IdeaRow, form: Map<string, string>, error: unknown) => {
  if (!(error instanceof Failure) || !error.fields) throw error;
  const { ctx, site, hono } = call;
  const visitor = await pageVisitor(ctx, site, hono);
  const page = ideaPage(call, await toPublicIdea(ctx, site, row), {
    own: visitor && (await ownPartOf(ctx, site, visitor, row)),
    state: row.state,
    said: null,
    email: '',
    wrong: {},
    reply: {
      values: { body: form.get('body'), name: form.get('name') },
      wrong: error.fields,
      id: form.get('id') ?? newId(ctx.clock.now()),
    },
  });
  return hono.html(page, 400, privateHeaders);
};

const mountReplying = (app: Hono, ctx: Context): void => {
  app.post('/sites/:site/ideas/:idea/replies', (hono) =>
    withSite(ctx, async (call) => {
      const { site } = call;
      const form = await readForm(ctx, site, hono);
      const row = await publicIdeaRow(ctx, site, idOf(hono.req.param('idea')));
      const address = addressOf(ctx, hono);
      try {
        const body = check(replyBody, writtenForm(call, form, row.id, address));
        // Sent twice before the first reply set the cookie: it is there already.
        const sent = form.has('id') ? null : await findReply(ctx, site.id, body.id);
        const sender = { address, isPlain: true };
        const made =
          sent ?? (await addReply(ctx, site, await actingVisitor(ctx, site, hono), row.id, body, sender));
        return back(call, row, made.state === 'public' ? 'replyPosted' : 'replyWaits', made.id);
      } catch (error) {
        return again(call, row, form, error);
      }
    })(hono),
  );
};

/** A reader's own reply: changed, or taken away. */
const mountOwnReplies = (app: Hono, ctx: Context): void => {
  const ownOf = async (call: PageCall) => {
    const { site, hono } = call;
    const visitor = await requireVisitor(call);
    const reply = await ownReply(ctx, site, visitor, idOf(hono.req.param('reply')));
    return { visitor, reply, idea: await publicIdeaRow(ctx, site, reply.ideaId) };
  };

  app.get('/sites/:site/ideas/replies/:reply/edit', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const { reply, idea } = await ownOf(call);
      const page = editReplyPage(call, reply, idea, { body: reply.body, wrong: {} });
      return hono.html(page, 200, privateHeaders);
    })(hono),
  );

  app.post('/sites/:site/ideas/replies/:reply/edit', (hono) =>
    withSite(ctx, async (call) => {
      const { site } = call;
      const form = await readForm(ctx, site, hono);
      const { visitor, reply, idea } = await ownOf(call);
      const body = form.get('body') ?? '';
      try {
        const sender = { address: addressOf(ctx, hono), isPlain: true };
        const made = await editReply(ctx, site, visitor, reply.id, check(editReplyBody, { body }), sender);
        return back(call, idea, made.state === 'public' ? 'saved' : 'editWaits', made.id);
      } catch (error) {
        if (!(error instanceof Failure) || !error.fields) throw error;
        return hono.html(
          editReplyPage(call, reply, idea, { body, wrong: error.fields }),
          400,
          privateHeaders,
        );
      }
    })(hono),
  );

  app.post('/sites/:site/ideas/replies/:reply/delete', (hono) =>
    withSite(ctx, async (call) => {
      const { site } = call;
      await readForm(ctx, site, hono);
      const { visitor, reply, idea } = await ownOf(call);
      await deleteReply(ctx, site, visitor, reply.id);
      return back(call, idea, 'replyRemoved');
    })(hono),
  );
};

/** A reader's own idea, changed. */
const mountOwnIdea = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/ideas/edit/:idea', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const visitor = await requireVisitor(call);
      const row = await ownIdea(ctx, call.site, visitor, idOf(hono.req.param('idea')));
      const page = editIdeaPage(call, row, { title: row.title, details: row.details, wrong: {} });
      return hono.html(page, 200, privateHeaders);
    })(hono),
  );

  app.post('/sites/:site/ideas/edit/:idea', (hono) =>
    withSite(ctx, async (call) => {
      const { site } = call;
      const form = await readForm(ctx, site, hono);
      const visitor = await requireVisitor(call);
      const row = await ownIdea(ctx, site, visitor, idOf(hono.req.param('idea')));
      const given = { title: form.get('title') ?? '', details: form.get('details') ?? '' };
      try {
        const sender = { address: addressOf(ctx, hono), isPlain: true };
        const made = await editOwn(ctx, site, visitor, row.id, check(editOwnIdeaBody, given), sender);
        return back(call, made, made.state === 'public' ? 'saved' : 'editWaits');
      } catch (error) {
        if (!(error instanceof Failure) || !error.fields) throw error;
        return hono.html(editIdeaPage(call, row, { ...given, wrong: error.fields }), 400, privateHeaders);
      }
    })(hono),
  );
};

/** Mounts the forms by which readers reply to an idea and change what is theirs. */
export const mountOwnPages = (app: Hono, ctx: Context): void => {
  mountReplying(app, ctx);
  mountOwnReplies(app, ctx);
  mountOwnIdea(app, ctx);
};
