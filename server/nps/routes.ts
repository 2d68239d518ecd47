import * as contract from '../../shared/nps/routes.ts';
import * as schema from '../../shared/nps/schema.ts';
import { editableFor } from '../../shared/nps/groups.ts';
import { hostContextOf } from '../core/conversations/hostContext.ts';
import { toVisitorViews } from '../core/conversations/queries/visitorView.ts';
import { notFound } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { openMakeRight, takeAnswer } from './answer.ts';
import { isOf, personOf } from './person.ts';
import { findResponse, findSurvey, findSurveys } from './queries.ts';
import { surveyFor } from './rules.ts';

/** Visitors' routes of surveys. */
export const mountNps = (api: Api): void => {
  mount(
    api,
    contract.getSurvey,
    {
      access: 'public',
      rate: 'read',
      query: schema.surveyQuery,
      reply: schema.surveyShown,
      operationId: 'getSurvey',
      summary: 'Get an active survey',
    },
    async ({ ctx, site, query, headers }) => {
      headers.set('cache-control', 'public, max-age=0, s-maxage=5');
      const survey =
        query.survey === undefined
          ? (await findSurveys(ctx, site.id)).find(({ rule }) => rule.on)
          : await findSurvey(ctx, site.id, query.survey);
      return { survey: survey?.rule.on ? surveyFor(site, survey, query.language) : null };
    },
  );

  mount(
    api,
    contract.postAnswer,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.answer,
      reply: schema.answerReply,
      maxBytes: 32_768,
      operationId: 'answerSurvey',
      summary: 'Answer a survey, or change the answer within an hour',
    },
    async ({ ctx, site, visitor, parameter, body, address }) => {
      const row = await takeAnswer(ctx, site, personOf(visitor), parameter('response'), body, {
        address,
        solution: body.solution,
      });
      const { id, score, text, at } = row;
      return { response: { id, score, text, editableUntil: at + editableFor } };
    },
  );

  mount(
    api,
    contract.postMakeRight,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.makeRight,
      reply: schema.makeRightReply,
      operationId: 'requestMakeRight',
      summary: 'Open a conversation about an answer, with a promised reply time',
    },
    async ({ ctx, site, visitor, parameter, body, read }) => {
      const response = await findResponse(ctx, site.id, parameter('response'));
      if (!response || !isOf(response, personOf(visitor))) throw notFound();
      const row = await openMakeRight(
        ctx,
        site,
        visitor,
        response,
        body,
        hostContextOf(site, undefined, read),
      );
      const [seen] = await toVisitorViews(ctx, site.id, [row.id]);
      return { conversation: row.id, promise: seen?.promise ?? null };
    },
  );
};
