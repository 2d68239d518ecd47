import * as contract from '../../shared/ask/staffRoutes.ts';
import * as schema from '../../shared/ask/staffSchema.ts';
import { done } from '../../shared/core/conversations/schema.ts';
import type { Context } from '../context.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { deletePhrasings } from './writes/phrasings.ts';
import { findPhrasing, listPhrasings } from './queries/phrasings.ts';
import { findQuestionById, listDuplicates } from './queries/questions.ts';
import { linkDuplicate, updateQuestion } from './writes/questions.ts';
import { questionChanged } from './searchSource.ts';
import { mountSynonyms, mountPins } from './tuningRoutes.ts';
import { mountSearchOverview } from './overviewRoutes.ts';
import { change } from './searchChange.ts';
import { mountGaps } from './gapRoutes.ts';

const toDuplicateViews = async (ctx: Context, site: Site, question: string): Promise<schema.Duplicates> => {
  const row = await findQuestionById(ctx, site.id, question);
  if (!row) throw notFound();
  return { duplicateOf: row.duplicateOf, duplicates: await listDuplicates(ctx, site.id, row.id) };
};

/** Questions that are one. */
const mountLinks = (api: Api): void => {
  mount(
    api,
    contract.getDuplicates,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.duplicates,
      operationId: 'listDuplicates',
      scope: 'content:read',
      summary: 'List questions that share an answer',
    },
    async ({ ctx, site, parameter }) => toDuplicateViews(ctx, site, parameter('question')),
  );

  mount(
    api,
    contract.linkDuplicate,
    {
      access: 'staff',
      rate: 'staff',
      body: schema.duplicateBody,
      reply: schema.duplicates,
      operationId: 'linkDuplicate',
      scope: 'content:write',
      summary: 'Make a question share another’s answer',
    },
    async ({ ctx, site, parameter, body }) => {
      const row = await findQuestionById(ctx, site.id, parameter('question'));
      if (!row) throw notFound();
      const given = await findQuestionById(ctx, site.id, body.of);
      // One level only: a duplicate of a duplicate shares the answer of the first.
      const of = given?.duplicateOf ?? given?.id;
      if (of === undefined || of === row.id)
        throw new Failure('invalid', 'Choose another question of this site.', {
          fields: { of: 'not_allowed' },
        });
      if (row.duplicateOf !== of)
        await change(
          ctx,
          site,
          questionChanged,
          [row.id, of, ...(row.duplicateOf ? [row.duplicateOf] : [])],
          (tx) => [linkDuplicate(tx, site.id, row.id, of)],
        );
      return toDuplicateViews(ctx, site, row.id);
    },
  );

  mount(
    api,
    contract.unlinkDuplicate,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.duplicates,
      operationId: 'unlinkDuplicate',
      scope: 'content:write',
      summary: 'Give a question its own answer again',
    },
    async ({ ctx, site, parameter }) => {
      const row = await findQuestionById(ctx, site.id, parameter('question'));
      if (!row) throw notFound();
      if (row.duplicateOf)
        await change(ctx, site, questionChanged, [row.id, row.duplicateOf], (tx) => [
          updateQuestion(tx, site.id, row.id, { duplicateOf: null }),
        ]);
      return toDuplicateViews(ctx, site, row.id);
    },
  );
};

/** The other words in which a question was asked. */
const mountPhrasings = (api: Api): void => {
  mount(
    api,
    contract.listPhrasings,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.questionPhrasings,
      operationId: 'listPhrasings',
      scope: 'content:read',
      summary: 'List other phrasings of a question',
    },
    async ({ ctx, site, parameter }) => ({
      phrasings: (await listPhrasings(ctx, site.id, parameter('question'))).map((row) => ({
        id: row.id,
        text: row.text,
        source: row.source,
        agreed: row.agreed,
        at: row.createdAt,
      })),
    }),
  );

  mount(
    api,
    contract.deletePhrasing,
    {
      access: 'staff',
      rate: 'staff',
      reply: done,
      operationId: 'deletePhrasing',
      scope: 'content:write',
      summary: 'Delete another phrasing of a question',
    },
    async ({ ctx, site, parameter }) => {
      const row = await findPhrasing(ctx, site.id, parameter('phrasing'));
      if (row)
        await change(ctx, site, questionChanged, [row.questionId], (tx) =>
          deletePhrasings(tx, site.id, [row.id]),
        );
      return { done: true as const };
    },
  );
};

/** Staff routes that improve the search. */
export const mountSearchForStaff = (api: Api): void => {
  mountLinks(api);
  mountPhrasings(api);
  mountSynonyms(api);
  mountPins(api);
  mountSearchOverview(api);
  mountGaps(api);
};
