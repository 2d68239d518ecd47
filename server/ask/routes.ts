import { readBearer, type Visitor } from '../core/people/visitors/visitor.ts';
import { insertSuggestionEvent } from './writes/suggestionEvents.ts';
import * as schema from '../../shared/ask/schema.ts';
import * as contract from '../../shared/ask/routes.ts';
import { done } from '../../shared/core/conversations/schema.ts';
import type { Context } from '../context.ts';
import { isFlooded } from '../core/conversations/flood.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import { hostContextOf } from '../core/conversations/hostContext.ts';
import { visitorThread } from '../core/conversations/routes.ts';
import { openConversation } from '../core/conversations/writes/opening.ts';
import { Failure } from '../core/http/failure.ts';
import type { ReadHeader } from '../core/http/headers.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { cachedReplyOf } from '../core/http/cache/cachedReply.ts';
import { fingerprint } from '../core/people/secrets.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { findVisitor } from '../core/people/visitors/visitors.ts';
import { mayPublishAtOnce, publishAtOnce } from './community/publishAtOnce.ts';
import { takeSuggestionEvent } from './learning.ts';
import { openOther, takeOtherEvent } from './otherKnowledge.ts';
import { findPublished } from './queries/questions.ts';
import { toQuestionView } from './questionView.ts';
import { openingMessage, reasonToHold } from './rules.ts';
import { mountTopics } from './topicRoutes.ts';
import { createFreshnessCheck, suggest } from './suggestions.ts';

/**
 * Opens the conversation of a question. @throws Failure `unavailable` while the site takes none
 */
export const ask = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  body: schema.AskBody,
  read: ReadHeader,
) => {
  if (site.settings.paused)
    throw new Failure('unavailable', 'New questions are paused right now.', { retryAfter: 3600 });
  if (body.category && !site.settings.categories.some(({ key }) => key === body.category))
    throw new Failure('invalid', 'This site has no such topic.', {
      fields: { category: 'not_allowed' },
    });
  const text = openingMessage(body.title, body.details ?? '');
  const held = reasonToHold({ honeypot: body.website ?? '', text, flooded: isFlooded(ctx, site) });
  return openConversation(
    ctx,
    site,
    visitor,
    {
      id: body.id,
      kind: 'ask',
      subject: body.title,
      body: text,
      language: body.language,
      category: body.category ?? null,
      visibility: body.visibility,
      place: hostContextOf(site, body.page, read),
      held: held !== null,
      fingerprint: fingerprint(
        body.title,
        body.details,
        body.category,
        body.visibility,
        body.name,
        body.email,
      ),
      name: body.name ?? null,
      email: body.email ?? null,
    },
    (tx, now) =>
      body.session
        ? [
            insertSuggestionEvent(tx, site.id, now, {
              id: body.id,
              session: body.session,
              kind: 'sent',
              questionId: null,
              query: body.title,
              visitorId: visitor.id,
              language: body.language,
            }),
          ]
        : [],
  );
};

/** Finding the answer that exists. */
const mountFinding = (api: Api): void => {
  mount(
    api,
    contract.getSuggestions,
    {
      access: 'public',
      rate: 'suggest',
      query: schema.suggestQuery,
      reply: schema.suggestions,
      operationId: 'getSuggestions',
      summary: 'Suggest answered questions for what’s being typed',
    },
    async ({ ctx, site, query, headers, request, hono }) => {
      headers.set('cache-control', 'private, max-age=60');
      try {
        const isFresh = createFreshnessCheck(ctx, site);
        const found = await suggest(ctx, site, query.q, query.language, () => request.signal);
        const reply = cachedReplyOf(found, (suggestions) => ({ suggestions }));
        if (isFresh) ctx.responseCache.store(hono, reply, headers, isFresh);
        return reply;
      } catch (error) {
        // People type on: that nobody waits for this any more is no failure.
        if (request.signal.aborted) return { suggestions: [] };
        throw error;
      }
    },
  );

  mount(
    api,
    contract.getQuestion,
    {
      access: 'public',
      rate: 'read',
      reply: schema.publicQuestion,
      operationId: 'getQuestion',
      summary: 'Get a public question with its answers',
    },
    async ({ ctx, site, parameter, headers }) => {
      const row = await findPublished(ctx, site.id, parameter('question'));
      const view = row
        ? await toQuestionView(ctx, site, row)
        : await openOther(ctx, site, parameter('question'));
      // Who votes or accepts sees it at once.
      headers.set('cache-control', view.isCommunity ? 'private, no-cache' : 'private, max-age=60');
      return view;
    },
  );
};

/** Asking, and saying whether what was found helped. */
const mountAsking = (api: Api): void => {
  mount(
    api,
    contract.postQuestion,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.askBody,
      reply: schema.askReply,
      operationId: 'createQuestion',
      summary: 'Ask a question',
    },
    async ({ ctx, site, visitor, body, read, address }) => {
      const mayPublish = await mayPublishAtOnce(ctx, site, body, { address, isPlain: false });
      const row = await ask(ctx, site, visitor, body, read);
      if (mayPublish) await publishAtOnce(ctx, site, visitor, row, body, address);
      return visitorThread(ctx, site.id, (await findConversation(ctx, site.id, row.id)) ?? row);
    },
  );

  mount(
    api,
    contract.postSuggestionEvent,
    {
      access: 'public',
      rate: 'event',
      body: schema.suggestionEventBody,
      reply: done,
      operationId: 'reportSuggestionOutcome',
      summary: 'Report what became of a suggestion',
    },
    async ({ ctx, site, body, address, read }) => {
      const question = await findPublished(ctx, site.id, body.question);
      const secret = readBearer(read('authorization'));
      const visitor = secret === null ? null : await findVisitor(ctx, site.id, secret);
      const by = { address, visitor: visitor?.id ?? null };
      if (question) await takeSuggestionEvent(ctx, site, question, body, by);
      else await takeOtherEvent(ctx, site, body, by);
      return { done: true as const };
    },
  );
};

/** Visitors' routes: find the answer that exists, or ask. */
export const mountAsk = (api: Api): void => {
  mountFinding(api);
  mountTopics(api);
  mountAsking(api);
};
