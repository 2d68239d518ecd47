import { z } from 'zod';
import { answerStates } from '../../shared/ask/answerStates.ts';
import { id, instant } from '../../shared/core/fields.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { findAnswers } from './queries/community.ts';
import { questionPath } from './rules.ts';
import { publicQuestion } from '../../shared/ask/schema.ts';
import type { Context } from '../context.ts';
import type { LogEvent } from '../core/events/tables.ts';
import type { WebhookSource } from '../core/webhookSource.ts';
import type { WebhookEvent } from '../core/webhookTypes.ts';
import { findPublishedMany, findQuestions } from './queries/questions.ts';
import { toQuestionView } from './questionView.ts';
import { questionChanged } from './searchSource.ts';

const question = z.object({ question: publicQuestion, url: z.string() });

const answer = z.object({
  answer: z.object({
    id,
    question: id,
    state: z.enum(answerStates),
    author: z.object({
      kind: z.enum(['staff', 'visitor', 'imported']),
      id: z.string().nullable(),
      name: z.string(),
      verified: z.boolean(),
    }),
    /** Markdown, as written. */
    body: z.string(),
    official: z.boolean(),
    accepted: z.boolean(),
    at: instant,
  }),
  /** Of the public page. */
  url: z.string(),
});

/** Webhook types of an answer's events: `answer.created` once everybody can read it. */
const answerTypes: Record<string, string> = {
  'answer.added': 'answer.created',
  'answer.published': 'answer.created',
  'answer.held': 'answer.held',
  'answer.accepted': 'answer.accepted',
};

const subjectsOf = (events: readonly LogEvent[]): string[] => [
  ...new Set(events.flatMap(({ subjectId }) => subjectId ?? [])),
];

const readAnswers = async (ctx: Context, site: Site, batch: readonly LogEvent[]): Promise<WebhookEvent[]> => {
  const told = batch.filter(({ kind, subjectId }) => kind in answerTypes && subjectId !== null);
  if (told.length === 0) return [];
  const rows = new Map((await findAnswers(ctx, site.id, subjectsOf(told))).map((row) => [row.id, row]));
  const asked = await findQuestions(ctx, site.id, [
    ...new Set([...rows.values()].map(({ questionId }) => questionId)),
  ]);
  return told.flatMap(({ seq, at, kind, subjectId }) => {
    const row = rows.get(subjectId ?? '');
    const of = asked.find(({ id }) => id === row?.questionId);
    if (!row || !of) return [];
    const { authorKind, authorId, authorName, verified, questionId, createdAt } = row;
    const author = { kind: authorKind, id: authorId, name: authorName, verified };
    return [
      {
        seq,
        at,
        type: answerTypes[kind] ?? kind,
        visitorId: authorKind === 'visitor' ? authorId : null,
        conversationId: of.conversationId,
        data: answer.parse({
          answer: { ...row, question: questionId, author, at: createdAt },
          url: `${ctx.config.publicUrl}${questionPath(site.key, of.id, of.slug)}#answer-${row.id}`,
        }),
      },
    ];
  });
};

const readQuestions = async (
  ctx: Context,
  site: Site,
  batch: readonly LogEvent[],
): Promise<WebhookEvent[]> => {
  const changed = batch.filter(({ kind, subjectId }) => kind === questionChanged && subjectId !== null);
  if (changed.length === 0) return [];
  const rows = await findPublishedMany(ctx, site.id, subjectsOf(changed));
  const conversations = new Map(rows.map((row) => [row.id, row.conversationId]));
  const views = new Map<string, z.infer<typeof publicQuestion>>();
  for (const row of rows) views.set(row.id, await toQuestionView(ctx, site, row));
  return changed.flatMap(({ seq, at, subjectId }) => {
    const view = views.get(subjectId ?? '');
    return view
      ? [
          {
            seq,
            at,
            type: 'question.changed',
            visitorId: null,
            conversationId: conversations.get(view.id) ?? null,
            data: { question: view, url: ctx.config.publicUrl + view.path },
          },
        ]
      : [];
  });
};

const read = async (ctx: Context, siteId: string, batch: readonly LogEvent[]): Promise<WebhookEvent[]> => {
  if (!batch.some(({ kind }) => kind === questionChanged || kind in answerTypes)) return [];
  const site = await ctx.sites.byId(siteId);
  if (!site) return [];
  const events = [...(await readQuestions(ctx, site, batch)), ...(await readAnswers(ctx, site, batch))];
  return events.sort((one, other) => one.seq - other.seq);
};

export const questionWebhooks: WebhookSource = {
  types: {
    'question.changed': {
      summary: 'A public question was published or edited, or its answers were',
      data: question,
    },
    'answer.created': { summary: 'An answer to a public question appeared', data: answer },
    'answer.held': { summary: 'A visitor’s answer waits for a decision', data: answer },
    'answer.accepted': { summary: 'An answer was accepted', data: answer },
  },
  read,
};
