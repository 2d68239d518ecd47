import type { PublicQuestion, SuggestionEventBody } from '../../shared/ask/schema.ts';
import type { Context } from '../context.ts';
import { notFound } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { voterOf } from '../core/people/voter.ts';
import type { Voter } from './learning.ts';
import { recordSuggestionEvent } from './writes/suggestionEvents.ts';

/* What other features let everybody read is suggested, opened and judged like the answer to a question. */

/** An entry of another feature as an answered question. @throws Failure `not_found` */
export const openOther = async (ctx: Context, site: Site, id: string): Promise<PublicQuestion> => {
  for (const source of ctx.knowledge) {
    const entry = await source.open(site, id);
    if (entry)
      return {
        id,
        title: entry.title,
        details: [],
        language: entry.language,
        category: entry.category,
        askedBy: '',
        editedAt: null,
        at: entry.at,
        answers: [
          {
            id,
            author: entry.author,
            at: entry.updatedAt,
            rich: entry.rich,
            // It is the team's own, every word: nobody takes it for anyone else's.
            official: false,
            accepted: false,
            kind: 'staff' as const,
            verified: false,
            editedAt: null,
            helpful: 0,
            correction: null,
          },
        ],
        path: entry.path,
        solved: entry.helped,
        splitFrom: null,
        splits: [],
        meToo: 0,
        isCommunity: false,
        takesAnswers: false,
        closed: null,
      };
  }
  throw notFound();
};

/** Keeps what became of a suggestion that was no question. @throws Failure `not_found` */
export const takeOtherEvent = async (
  ctx: Context,
  site: Site,
  body: SuggestionEventBody,
  by: Voter,
): Promise<void> => {
  for (const source of ctx.knowledge) {
    if ((await source.cards(site, [body.question])).length === 0) continue;
    const isNew = await recordSuggestionEvent(
      ctx,
      site.id,
      {
        id: body.id,
        session: body.session,
        kind: body.kind,
        questionId: body.question,
        query: body.query,
        voter: voterOf(ctx, site, body.question, by.address),
        visitorId: by.visitor,
        language: body.language,
      },
      body.kind === 'opened' ? ['article.read'] : [],
    );
    if (isNew && (body.kind === 'solved' || body.kind === 'not_quite'))
      await source.vote(site, body.question, body.kind === 'solved', by.address);
    return;
  }
  throw notFound();
};
