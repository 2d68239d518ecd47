import type { RichNode } from '../../shared/core/richText.ts';
import { at, bool, index, int, json, primaryKey, table, text, uniqueIndex } from '../core/db/columns.ts';

/** A public question. It exists once staff made it public (or imported it); before, there is only a conversation. */
export const questions = table(
  'questions',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    /** The conversation it was made of; null when it was imported. */
    conversationId: text('conversation_id'),
    title: text('title').notNull(),
    details: text('details').notNull(),
    detailsRich: json<RichNode[]>('details_rich').notNull(),
    language: text('language').notNull(),
    category: text('category'),
    slug: text('slug').notNull(),
    askedBy: text('asked_by').notNull(),
    /** Where an import took it from: the same source and id again is the same question. */
    sourceId: text('source_id'),
    published: bool('published').notNull(),
    solved: int('solved').notNull(),
    /** The question whose answer this one shares: both are phrasings of it. Never a duplicate itself. */
    duplicateOf: text('duplicate_of'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (question) => [
    primaryKey({ columns: [question.siteId, question.id] }),
    index('questions_newest').on(question.siteId, question.published, question.createdAt),
    index('questions_conversation').on(question.siteId, question.conversationId),
    uniqueIndex('questions_source').on(question.siteId, question.sourceId),
    index('questions_duplicates').on(question.siteId, question.duplicateOf),
  ],
);

export const answers = table(
  'answers',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    questionId: text('question_id').notNull(),
    /** The staff message it was made of; null when it was imported. */
    messageId: text('message_id'),
    authorName: text('author_name').notNull(),
    body: text('body').notNull(),
    rich: json<RichNode[]>('rich').notNull(),
    official: bool('official').notNull(),
    accepted: bool('accepted').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (answer) => [
    primaryKey({ columns: [answer.siteId, answer.id] }),
    index('answers_question').on(answer.siteId, answer.questionId),
  ],
);

/** Other words in which people asked an answered question. They are found, never shown. */
export const phrasings = table(
  'phrasings',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    questionId: text('question_id').notNull(),
    text: text('text').notNull(),
    language: text('language').notNull(),
    /** `import` came with the question; `learned` was typed by people whom the answer helped. */
    source: text('source').$type<'import' | 'learned'>().notNull().default('import'),
    /** The folded words of a learned phrasing: the same words again are the same phrasing. */
    phrase: text('phrase'),
    /** How many people a learned phrasing helped, less those whom it did not. */
    agreed: int('agreed').notNull().default(0),
    createdAt: at('created_at').notNull(),
  },
  (phrasing) => [
    primaryKey({ columns: [phrasing.siteId, phrasing.id] }),
    index('phrasings_question').on(phrasing.siteId, phrasing.questionId),
    uniqueIndex('phrasings_phrase').on(phrasing.siteId, phrasing.questionId, phrasing.phrase),
  ],
);

/** What became of suggestions: the self-service figure, and what people searched in vain. */
export const suggestionEvents = table(
  'suggestion_events',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    /** One visit to the ask box; random, never stored in a browser. */
    session: text('session').notNull(),
    kind: text('kind').$type<'shown' | 'opened' | 'solved' | 'not_quite' | 'sent' | 'dismissed'>().notNull(),
    questionId: text('question_id'),
    query: text('query').notNull(),
    /** The folded words of the query; null where they are nothing to learn from. */
    phrase: text('phrase'),
    /** Tells one address from another for one question, and is nothing beyond that: see `voterOf`. */
    voter: text('voter'),
    /** Whose search it was, where a known visitor's; null for strangers. */
    visitorId: text('visitor_id'),
    language: text('language').notNull(),
    at: at('at').notNull(),
  },
  (event) => [
    primaryKey({ columns: [event.siteId, event.id] }),
    index('suggestion_events_at').on(event.siteId, event.at),
    index('suggestion_events_visitor').on(event.siteId, event.visitorId),
    index('suggestion_events_session').on(event.siteId, event.session),
    index('suggestion_events_question').on(event.siteId, event.questionId, event.kind),
  ],
);

/** Words that mean the same on this site: each stands for the others when people search. */
export const synonyms = table(
  'search_synonyms',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    words: json<string[]>('words').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (synonym) => [primaryKey({ columns: [synonym.siteId, synonym.id] })],
);

/** A question that comes first for what contains a phrase. */
export const pins = table(
  'search_pins',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    phrase: text('phrase').notNull(),
    questionId: text('question_id').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (pin) => [primaryKey({ columns: [pin.siteId, pin.id] })],
);
