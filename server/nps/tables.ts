import { sql } from 'drizzle-orm';
import type { PromptRule } from '../../shared/core/prompts/kinds.ts';
import type { ResponseSource } from '../../shared/nps/groups.ts';
import {
  at,
  bool,
  check,
  index,
  int,
  json,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../core/db/columns.ts';

export const surveys = table(
  'surveys',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    /** For staff alone. */
    name: text('name').notNull(),
    /** Own words by language. */
    question: json<Record<string, string>>('question').notNull(),
    follow: json<Record<'promoter' | 'passive' | 'detractor', Record<string, string>>>('follow').notNull(),
    link: text('link').notNull(),
    makeRight: bool('make_right').notNull(),
    ownerId: text('owner_id'),
    apartDays: int('apart_days').notNull(),
    rule: json<PromptRule>('rule').notNull(),
    revision: int('revision').notNull(),
    createdAt: at('created_at').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (survey) => [primaryKey({ columns: [survey.siteId, survey.id] })],
);

export const npsResponses = table(
  'nps_responses',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    surveyId: text('survey_id').notNull(),
    /**
     * The person whose answers replace each other: a visitor, or the reader of a mail; the response itself where nobody
     * is known.
     */
    person: text('person').notNull(),
    visitorId: text('visitor_id'),
    /** Whom the site knows; `person` may be anybody otherwise. */
    isKnown: bool('is_known').notNull(),
    score: int('score').notNull(),
    text: text('text').notNull(),
    language: text('language').notNull(),
    page: text('page').notNull(),
    source: text('source').$type<ResponseSource>().notNull(),
    attributes: json<Record<string, string>>('attributes').notNull(),
    labels: json<string[]>('labels').notNull(),
    conversationId: text('conversation_id'),
    at: at('at').notNull(),
    /** The hour of it: of two that arrive together one is stored. */
    hour: int('hour').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (response) => [
    primaryKey({ columns: [response.siteId, response.id] }),
    index('nps_responses_at').on(response.siteId, response.at),
    uniqueIndex('nps_responses_person').on(
      response.siteId,
      response.surveyId,
      response.person,
      response.hour,
    ),
    index('nps_responses_visitor').on(response.siteId, response.visitorId),
    check('nps_responses_score', sql`${response.score} between 0 and 10`),
  ],
);
