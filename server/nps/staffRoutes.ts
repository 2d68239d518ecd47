import * as contract from '../../shared/nps/routes.ts';
import * as schema from '../../shared/nps/schema.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import { commitRevised, refuseOlder } from '../core/db/revised.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, mount, mountFile } from '../core/http/mount.ts';
import { requireMember } from '../core/people/staff/requireMember.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { findSignedEmails } from '../core/people/visitors/queries.ts';
import { refuseSlowRule } from '../core/prompts/patterns.ts';
import { countExposures, noExposures } from '../core/prompts/queries.ts';
import { surveyToken } from './links.ts';
import {
  changeResponse,
  countAnswers,
  findFitting,
  findLanguages,
  findOfVisitor,
  findResponse,
  findSurvey,
  findSurveys,
  insertSurvey,
  removeSurvey,
  type ResponseRow,
  type SurveyRow,
  updateSurvey,
} from './queries.ts';
import { makeReport, timeOf } from './report.ts';
import { tableOf } from './table.ts';

/** Each costs every visitor bytes with the settings. */
const maxSurveys = 20;
/** Answers of one page of the list, and of one table. */
const pageLength = 50;
const maxExported = 100_000;

const forStaff = { access: 'staff', rate: 'staff' } as const;
const forAdmins = { ...forStaff, role: 'admin' } as const;

const toView = async (ctx: Context, site: Site, rows: SurveyRow[]) => {
  const counts = await countExposures(ctx, site.id, { kind: 'survey' });
  const answers = await countAnswers(ctx, site.id);
  return rows.map(({ siteId: _, ownerId, createdAt: __, ...row }) => ({
    ...row,
    owner: ownerId,
    counts: counts.get(row.id) ?? noExposures(),
    answered: answers.get(row.id) ?? 0,
  }));
};

const viewNow = async (ctx: Context, site: Site, id: string) => {
  const row = await findSurvey(ctx, site.id, id);
  return row && (await toView(ctx, site, [row]))[0];
};

const toResponseView = (row: ResponseRow, name: string) => ({
  id: row.id,
  survey: row.surveyId,
  score: row.score,
  text: row.text,
  at: row.at,
  language: row.language,
  page: row.page,
  source: row.source,
  attributes: row.attributes,
  name,
  visitor: row.visitorId,
  conversation: row.conversationId,
  labels: row.labels,
});

/** Surveys of a site: listed and saved. */
const mountSurveyList = (api: Api): void => {
  mount(
    api,
    contract.listSurveys,
    {
      ...forStaff,
      reply: schema.surveyList,
      operationId: 'listSurveys',
      scope: 'content:read',
      summary: 'List surveys, with how often they were shown and answered',
    },
    async ({ ctx, site }) => ({ surveys: await toView(ctx, site, await findSurveys(ctx, site.id)) }),
  );

  mount(
    api,
    contract.putSurvey,
    {
      ...forAdmins,
      body: schema.saveSurvey,
      reply: schema.surveyReply,
      operationId: 'saveSurvey',
      scope: 'content:write',
      summary: 'Create or change a survey, under an ID chosen by the browser',
    },
    async ({ ctx, site, parameter, body }) => {
      const id = parameter('survey');
      const { draft, revision } = body;
      await refuseSlowRule(draft.rule, 'draft.rule');
      await requireMember(ctx, site.id, draft.owner, 'draft.owner');
      const all = await findSurveys(ctx, site.id);
      const before = all.find((one) => one.id === id);
      if (!before && all.length >= maxSurveys)
        throw new Failure('invalid', 'You’ve reached the limit. Delete one first.', {
          fields: { id: 'too_many' },
        });
      const current = () => viewNow(ctx, site, id);
      await refuseOlder(before?.revision ?? 0, revision, current);
      const now = ctx.clock.now();
      const { owner, ...rest } = draft;
      const row: SurveyRow = {
        ...rest,
        siteId: site.id,
        id,
        ownerId: owner,
        revision: revision + 1,
        createdAt: before?.createdAt ?? now,
        changedAt: now,
      };
      await commitRevised(
        ctx,
        { site: site.id, kind: 'prompts.changed', subject: id },
        (tx) => [before ? updateSurvey(tx, row, revision) : insertSurvey(tx, row)],
        current,
      );
      return { survey: assertPresent((await toView(ctx, site, [row]))[0], 'one row has one view') };
    },
  );
};

/** Deleting a survey, and sending it by link. */
const mountSurveyLinks = (api: Api): void => {
  mount(
    api,
    contract.deleteSurvey,
    {
      ...forAdmins,
      body: schema.removeSurvey,
      reply: schema.removedReply,
      operationId: 'deleteSurvey',
      scope: 'content:write',
      summary: 'Delete a survey and keep its answers',
    },
    async ({ ctx, site, parameter, body }) => {
      const id = parameter('survey');
      await commitRevised(
        ctx,
        { site: site.id, kind: 'prompts.changed', subject: id },
        (tx) => [removeSurvey(tx, site.id, id, body.revision)],
        () => viewNow(ctx, site, id),
      );
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.postLinks,
    {
      ...forAdmins,
      audit: false,
      maxBytes: 512 * 1024,
      body: schema.makeLinks,
      reply: schema.linksReply,
      operationId: 'createSurveyLinks',
      scope: 'content:write',
      summary: 'Create links for emails, each answering one survey as one person',
    },
    async ({ ctx, site, parameter, body }) => {
      const survey = await findSurvey(ctx, site.id, parameter('survey'));
      if (!survey) throw notFound();
      const base = `${ctx.config.publicUrl}/sites/${site.key}/opinion/`;
      // Who is named by an id of the site's own and has a signed address is the same person under both.
      const addresses = await findSignedEmails(ctx, site.id, body.recipients);
      return {
        links: body.recipients.map((recipient) => {
          const token = surveyToken(ctx, site.id, survey.id, addresses.get(recipient) ?? recipient);
          return { recipient, url: `${base}${token}?lang=${body.language}` };
        }),
      };
    },
  );
};

/** Routes of survey results: numbers, and single responses. */
const mountReport = (api: Api): void => {
  mount(
    api,
    contract.getReport,
    {
      ...forStaff,
      query: schema.reportQuery,
      reply: schema.npsReport,
      operationId: 'getNpsReport',
      scope: 'reports:read',
      summary: 'Get the score with its interval, its trend, and how it differs',
    },
    ({ ctx, site, query }) => makeReport(ctx, site, query),
  );

  mount(
    api,
    contract.listResponses,
    {
      ...forStaff,
      query: schema.responseFilter,
      reply: schema.responseList,
      operationId: 'listSurveyResponses',
      scope: 'reports:read',
      summary: 'List answers with their text, newest first',
    },
    async ({ ctx, site, query }) => {
      const rows = await findFitting(ctx, site.id, timeOf(site, query), pageLength + 1);
      const shown = rows.slice(0, pageLength);
      return {
        responses: shown.map((row) => toResponseView(row, row.name)),
        before: rows.length > pageLength ? (shown.at(-1)?.id ?? null) : null,
        languages: await findLanguages(ctx, site.id),
      };
    },
  );

  mountFile(
    api,
    contract.exportResponses,
    {
      ...forStaff,
      query: schema.responseFilter,
      operationId: 'exportSurveyResponses',
      scope: 'reports:read',
      summary: 'Export answers for a spreadsheet',
    },
    async ({ ctx, site, query, headers }) => {
      headers.set('content-type', 'text/csv; charset=utf-8');
      headers.set('content-disposition', 'attachment; filename="nps.csv"');
      return new Response(tableOf(await findFitting(ctx, site.id, timeOf(site, query), maxExported)), {
        headers: headers.toInit(),
      });
    },
  );
};

/** Labels of responses, and those beside a conversation. */
const mountResponseLabels = (api: Api): void => {
  mount(
    api,
    contract.putLabels,
    {
      ...forStaff,
      body: schema.labelResponse,
      reply: schema.removedReply,
      operationId: 'labelSurveyResponse',
      scope: 'conversations:write',
      summary: 'Label an answer',
    },
    async ({ ctx, site, parameter, body }) => {
      const row = await findResponse(ctx, site.id, parameter('response'));
      if (!row) throw notFound();
      const labels = [...new Set(body.labels)];
      await ctx.database.write((tx) => [changeResponse(tx, row, { labels })]);
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.listOfConversation,
    {
      ...forStaff,
      reply: schema.visitorResponses,
      operationId: 'listConversationSurveyResponses',
      scope: 'conversations:read',
      summary: 'Get the survey answers of a conversation’s visitor',
    },
    async ({ ctx, site, parameter }) => {
      const row = await findConversation(ctx, site.id, parameter('conversation'));
      if (!row) throw notFound();
      return {
        responses: (await findOfVisitor(ctx, site.id, row.visitorId)).map((one) => toResponseView(one, '')),
      };
    },
  );
};

/** Surveys, and what people answered, for the team. */
export const mountNpsForStaff = (api: Api): void => {
  mountSurveyList(api);
  mountSurveyLinks(api);
  mountReport(api);
  mountResponseLabels(api);
};
