import type { z } from 'zod';
import * as contract from '../../shared/articles/routes.ts';
import * as schema from '../../shared/articles/schema.ts';
import type { Context } from '../context.ts';
import type { Api } from '../core/http/mount.ts';
import { mount } from '../core/http/mount.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { draftFrom, findQuestion } from './drafting.ts';
import { listTexts } from './queries/articles.ts';
import { listWritten } from './queries/written.ts';
import { readAgain } from './views.ts';

const forStaff = { access: 'staff', rate: 'staff' } as const;

type Of = z.infer<typeof schema.articlesFromQuery>;

const findFrom = async (ctx: Context, site: Site, of: Of) => {
  const from = of.question ? { question: of.question } : of.conversation && { conversation: of.conversation };
  const found = from ? await findQuestion(ctx, site, from) : null;
  const rows = await listWritten(ctx, site.id, {
    conversation: of.conversation ?? found?.conversation ?? null,
    question: of.question ?? found?.id ?? null,
  });
  return Promise.all(
    rows.map(async ({ id, language }) => {
      const texts = await listTexts(ctx, site.id, id);
      const text = texts.find((one) => one.language === language) ?? texts[0];
      return { id, title: text?.title ?? '', isOut: texts.some(({ publicTitle }) => publicTitle !== null) };
    }),
  );
};

/** From an answer to an article, and back. */
export const mountArticlesFrom = (api: Api): void => {
  mount(
    api,
    contract.listArticlesFrom,
    {
      ...forStaff,
      query: schema.articlesFromQuery,
      reply: schema.articlesFrom,
      operationId: 'listArticlesFrom',
      scope: 'content:read',
      summary: 'List articles written from a conversation or a question',
    },
    async ({ ctx, site, query }) => ({ articles: await findFrom(ctx, site, query) }),
  );

  mount(
    api,
    contract.draftArticle,
    {
      ...forStaff,
      body: schema.draftBody,
      reply: schema.articleReply,
      operationId: 'draftArticle',
      scope: null,
      person: 'What was masked is looked at by whoever has it drafted.',
      summary: 'Begin an article from a conversation or a question; what tells of a person is masked',
    },
    async ({ ctx, site, body, session }) => {
      const { id } = await draftFrom(ctx, site, body.from, session.staff.id);
      return readAgain(ctx, site, id);
    },
  );
};
