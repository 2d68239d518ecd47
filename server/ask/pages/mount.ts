import { recordSuggestionEvent } from '../writes/suggestionEvents.ts';
import type { Hono } from 'hono';
import { sendMessage } from '../../../shared/core/conversations/schema.ts';
import { longest } from '../../../shared/core/fields.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { cut } from '../../core/content/cut.ts';
import { findConversation } from '../../core/conversations/queries/conversations.ts';
import { addVisitorMessage } from '../../core/conversations/writes/messages.ts';
import { Failure, idOf, notFound } from '../../core/http/failure.ts';
import { check } from '../../core/http/validate.ts';
import { actingVisitor, addressOf, limitPage, pageVisitor, readForm } from '../../core/pages/forms.ts';
import { mountPageParts, type PageCall, privateHeaders, withSite } from '../../core/pages/pages.tsx';
import { mayPublishAtOnce, publishAtOnce } from '../community/publishAtOnce.ts';
import { ownPartOf } from '../community/voting.ts';
import { mountFollowPages } from '../community/followPages.ts';
import { longestFormerPath } from '../exchange/questionLine.ts';
import { findByFormerPath } from '../queries/exchange.ts';
import { findPublished, findQuestionById } from '../queries/questions.ts';
import { toQuestionView } from '../questionView.ts';
import { findWrittenFrom } from '../writtenArticles.ts';
import { ask } from '../routes.ts';
import { questionPath } from '../rules.ts';
import { createFreshnessCheck, suggest } from '../suggestions.ts';
import { mountAnsweringPages } from './answering.ts';
import { askPage, readAsk, type Values } from './asking.tsx';
import { conversationPage } from './conversation.tsx';
import { withLanguage } from '../../core/pages/links.ts';
import { homePage } from './home.tsx';
import { markdownHeaders, mountMachinePages, questionMarkdown } from './machine.ts';
import { mountOwnQuestionPages } from './ownQuestion.tsx';
import { questionPage, said } from './question.tsx';
import { questionsPage } from './questions.tsx';

/** Why there is no such question: it went with whoever asked, or it never was. */
const missing = async ({ ctx, site }: PageCall, id: string): Promise<Failure> => {
  const row = await findQuestionById(ctx, site.id, idOf(id));
  return row && row.goneAt !== null ? new Failure('gone', 'This question is no longer public.') : notFound();
};

/** Pages of what is answered: the list, one question, and saying that it helped. */
const mountQuestionPages = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const version = ctx.bus.version(call.site.id);
      return ctx.pageCache.store(hono, call.site.id, version, await homePage(call));
    })(hono),
  );

  app.get('/sites/:site/questions', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono, 'suggest');
      const version = ctx.bus.version(call.site.id);
      const isFresh = createFreshnessCheck(ctx, call.site);
      const body = await questionsPage(call);
      if (hono.req.query('q') === undefined) return ctx.pageCache.store(hono, call.site.id, version, body);
      return isFresh
        ? ctx.pageCache.storeWhile(hono, call.site.id, version, body, isFresh)
        : hono.html(body, 200, privateHeaders);
    })(hono),
  );

  app.get('/sites/:site/questions/:question/:slug', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const version = ctx.bus.version(call.site.id);
      const row = await findPublished(ctx, call.site.id, idOf(hono.req.param('question')));
      if (!row) throw await missing(call, hono.req.param('question'));
      const original = row.duplicateOf && (await findPublished(ctx, call.site.id, row.duplicateOf));
      // The same question is answered in one place.
      if (original)
        return hono.redirect(
          withLanguage(questionPath(call.site.key, original.id, original.slug), call.language.tag),
          301,
        );
      if (hono.req.param('slug') === `${row.slug}.md`)
        return hono.body(await questionMarkdown(call, row), 200, markdownHeaders);
      const question = await toQuestionView(ctx, call.site, row);
      // One address a page: a link with an old title, or from a list without one, leads to it.
      if (hono.req.param('slug') !== row.slug)
        return hono.redirect(withLanguage(question.path, call.language.tag), 301);
      const done = said.find((one) => one === hono.req.query('said')) ?? null;
      const visitor = await pageVisitor(ctx, call.site, hono);
      const own = visitor && (await ownPartOf(ctx, call.site, visitor, row));
      const isPrivate = own !== null || done !== null;
      const body = await questionPage(call, question, {
        own,
        said: done,
        written: await findWrittenFrom(ctx, call.site, row),
        filled: { values: {}, wrong: {}, ...(isPrivate && { id: newId(ctx.clock.now()) }) },
      });
      return isPrivate
        ? hono.html(body, 200, privateHeaders)
        : ctx.pageCache.storeForStrangers(hono, call.site.id, version, body);
    })(hono),
  );

  app.post('/sites/:site/questions/:question/solved', (hono) =>
    withSite(ctx, async ({ site, language }) => {
      await readForm(ctx, site, hono);
      const row = await findPublished(ctx, site.id, idOf(hono.req.param('question')));
      if (!row) throw notFound();
      await recordSuggestionEvent(ctx, site.id, {
        id: newId(ctx.clock.now()),
        session: newId(ctx.clock.now()),
        kind: 'solved',
        questionId: row.id,
        query: '',
        language: language.tag,
      });
      return hono.redirect(
        `${withLanguage(questionPath(site.key, row.id, row.slug), language.tag)}&said=solved`,
        303,
      );
    })(hono),
  );
};

/** Former addresses: the owner's server sends what was linked elsewhere here, and it leads on for good. */
const mountFormerPaths = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/from/:path{.+}', (hono) =>
    withSite(ctx, async ({ site, language }) => {
      limitPage(ctx, hono);
      const path = cut(hono.req.param('path') ?? '', longestFormerPath);
      const row = await findByFormerPath(ctx, site.id, path);
      const found = row
        ? questionPath(site.key, row.id, row.slug)
        : (await Promise.all(ctx.knowledge.map((source) => source.former?.(site, path) ?? null))).find(
            (one) => one !== null,
          );
      if (!found) throw notFound();
      return hono.redirect(withLanguage(found, language.tag), 301);
    })(hono),
  );
};

/** The form that a question is asked with. */
const mountAskingPages = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/ask', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono, 'suggest');
      const title = cut(hono.req.query('title') ?? '', longest.title);
      const more = hono.req.query('more') !== undefined;
      const found = title && !more ? await suggest(ctx, call.site, title, call.language.tag) : [];
      const page = askPage(call, { values: { title }, id: newId(ctx.clock.now()), found, more });
      return hono.html(page, 200, privateHeaders);
    })(hono),
  );

  app.post('/sites/:site/ask', (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      const form = await readForm(ctx, site, hono);
      try {
        const body = readAsk(form, language.tag);
        const visitor = await actingVisitor(ctx, site, hono);
        const address = addressOf(ctx, hono);
        const mayPublish = await mayPublishAtOnce(ctx, site, body, { address, isPlain: true });
        const row = await ask(ctx, site, visitor, body, (name) => hono.req.header(name));
        if (mayPublish) await publishAtOnce(ctx, site, visitor, row, body, address);
        return hono.redirect(`/sites/${site.key}/conversations/${row.id}?lang=${language.tag}`, 303);
      } catch (error) {
        if (!(error instanceof Failure) || !error.fields) throw error;
        const page = askPage(call, {
          values: Object.fromEntries(form) as Values,
          wrong: error.fields,
          id: form.get('id') ?? newId(ctx.clock.now()),
          found: [],
          more: true,
        });
        return hono.html(page, 400, privateHeaders);
      }
    })(hono),
  );
};

/** A conversation, and writing to it. */
const mountConversationPages = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/conversations/:conversation', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      return hono.html(
        await conversationPage(call, idOf(hono.req.param('conversation')), {}, ''),
        200,
        privateHeaders,
      );
    })(hono),
  );

  app.post('/sites/:site/conversations/:conversation', (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      const id = idOf(hono.req.param('conversation'));
      const form = await readForm(ctx, site, hono);
      const visitor = await pageVisitor(ctx, site, hono);
      const row = visitor && (await findConversation(ctx, site.id, id, visitor.id));
      if (!row) throw notFound();
      try {
        await addVisitorMessage(
          ctx,
          site,
          row,
          visitor,
          check(sendMessage, { id: form.get('id'), body: form.get('body') }),
        );
      } catch (error) {
        if (!(error instanceof Failure) || !error.fields) throw error;
        return hono.html(
          await conversationPage(call, id, error.fields, form.get('body') ?? ''),
          400,
          privateHeaders,
        );
      }
      return hono.redirect(`/sites/${site.key}/conversations/${id}?lang=${language.tag}`, 303);
    })(hono),
  );
};

/** The pages of questions and answers: for crawlers, for browsers without JavaScript, and to link to. */
export const mountAskPages = (app: Hono, ctx: Context): void => {
  mountPageParts(app, ctx);
  // Before the questions themselves, whose pages have any words in their addresses.
  mountOwnQuestionPages(app, ctx);
  mountQuestionPages(app, ctx);
  mountFormerPaths(app, ctx);
  mountAskingPages(app, ctx);
  mountConversationPages(app, ctx);
  mountAnsweringPages(app, ctx);
  mountFollowPages(app, ctx);
  mountMachinePages(app, ctx);
};
