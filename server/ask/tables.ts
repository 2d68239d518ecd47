import type { AnswerState } from '../../shared/ask/answerStates.ts';
import type { HeldReason } from '../../shared/core/heldReasons.ts';
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
    /** The visitor whose question it was; null when it was imported, and once they were erased. */
    askerId: text('asker_id'),
    /** Its part in their words: with the title the whole question goes when they are erased. */
    ownWords: text('own_words').$type<'none' | 'details' | 'title'>().notNull().default('none'),
    /** When it went with whoever asked: its address says that it's gone, and nothing else is left. */
    goneAt: at('gone_at'),
    /** Where an import took it from: the same source and id again is the same question. */
    sourceId: text('source_id'),
    published: bool('published').notNull(),
    /** Where moderators put what was public: it waits for them, or is hidden. Means nothing while it's published. */
    withdrawn: text('withdrawn').$type<'waiting' | 'hidden'>(),
    /** True when the team approved it as it is: reports then leave it where it is until they look. */
    vetted: bool('vetted').notNull().default(false),
    /** Why it waits; null for others. */
    reason: text('reason').$type<HeldReason>(),
    /** When whoever asked last changed its words; null while they didn't. */
    editedAt: at('edited_at'),
    solved: int('solved').notNull(),
    /** The question whose answer this one shares: both are phrasings of it. Never a duplicate itself. */
    duplicateOf: text('duplicate_of'),
    /** The question that it was split off from, as one of its answers. */
    splitFrom: text('split_from'),
    /** The number of people with the same question; each origin counts once. */
    meToo: int('me_too').notNull().default(0),
    /** Voices whose people were erased: they count on. */
    baseMeToo: int('base_me_too').notNull().default(0),
    /** When staff closed it to further answers; null while it takes them. */
    closedAt: at('closed_at'),
    /** Why, as readers are told. */
    closedReason: text('closed_reason').notNull().default(''),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (question) => [
    primaryKey({ columns: [question.siteId, question.id] }),
    index('questions_newest').on(question.siteId, question.published, question.createdAt),
    // What the front page counts and shows, without reading the questions themselves.
    index('questions_topics').on(question.siteId, question.published, question.language, question.category),
    index('questions_helpful').on(question.siteId, question.published, question.language, question.solved),
    index('questions_conversation').on(question.siteId, question.conversationId),
    index('questions_asker').on(question.siteId, question.askerId),
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
    /** The staff message it was made of; null when it was imported, or written on the public page. */
    messageId: text('message_id'),
    authorKind: text('author_kind').$type<'staff' | 'visitor' | 'imported'>().notNull().default('staff'),
    /** Of the visitor or of who of the team wrote it; null for what was imported. */
    authorId: text('author_id'),
    authorName: text('author_name').notNull(),
    /** True when the host's page signed who they are. */
    verified: bool('verified').notNull().default(false),
    state: text('state').$type<AnswerState>().notNull().default('public'),
    /** Why it waits for staff; null for others. */
    reason: text('reason').$type<HeldReason>(),
    /** True when the team approved it as it is: reports then leave it where it is until they look. */
    vetted: bool('vetted').notNull().default(false),
    /** The question that it became: it is hidden here, and its place leads there. */
    movedTo: text('moved_to'),
    /** Markdown, as written. */
    body: text('body').notNull(),
    rich: json<RichNode[]>('rich').notNull(),
    official: bool('official').notNull(),
    accepted: bool('accepted').notNull(),
    /** The number of people it helped; each origin counts once. */
    helpful: int('helpful').notNull().default(0),
    /** Voices whose people were erased: they count on. */
    baseHelpful: int('base_helpful').notNull().default(0),
    /** The correction by staff, Markdown; empty for none. */
    correction: text('correction').notNull().default(''),
    correctionRich: json<RichNode[]>('correction_rich'),
    correctedBy: text('corrected_by').notNull().default(''),
    correctedAt: at('corrected_at'),
    createdAt: at('created_at').notNull(),
    editedAt: at('edited_at'),
    /** A fingerprint of the request: the same again is the same answer. */
    fingerprint: text('fingerprint').notNull().default(''),
  },
  (answer) => [
    primaryKey({ columns: [answer.siteId, answer.id] }),
    index('answers_question').on(answer.siteId, answer.questionId),
    index('answers_state').on(answer.siteId, answer.state, answer.createdAt),
    index('answers_author').on(answer.siteId, answer.authorId, answer.createdAt),
  ],
);

/** Earlier versions of an answer. */
export const answerVersions = table(
  'answer_versions',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    answerId: text('answer_id').notNull(),
    body: text('body').notNull(),
    /** The member of staff who replaced it; null for its own author. */
    staffId: text('staff_id'),
    /** When it was replaced. */
    at: at('at').notNull(),
  },
  (version) => [
    primaryKey({ columns: [version.siteId, version.id] }),
    index('answer_versions_answer').on(version.siteId, version.answerId, version.at),
  ],
);

/** Earlier words of a question. */
export const questionVersions = table(
  'question_versions',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    questionId: text('question_id').notNull(),
    title: text('title').notNull(),
    details: text('details').notNull(),
    /** The member of staff who replaced them; null for whoever asked. */
    staffId: text('staff_id'),
    /** When they were replaced. */
    at: at('at').notNull(),
  },
  (version) => [
    primaryKey({ columns: [version.siteId, version.id] }),
    index('question_versions_question').on(version.siteId, version.questionId, version.at),
  ],
);

/** Votes: that an answer helped, or that a question is theirs, too. */
export const questionVotes = table(
  'question_votes',
  {
    siteId: text('site_id').notNull(),
    /** The answer, or the question. */
    subjectId: text('subject_id').notNull(),
    visitorId: text('visitor_id').notNull(),
    /** The origin of the vote, see core/people/voice.ts: each counts once. */
    origin: text('origin').notNull(),
    at: at('at').notNull(),
  },
  (vote) => [
    primaryKey({ columns: [vote.siteId, vote.subjectId, vote.visitorId] }),
    index('question_votes_visitor').on(vote.siteId, vote.visitorId),
  ],
);

/** Followers of a question by mail. */
export const questionFollowers = table(
  'question_followers',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    questionId: text('question_id').notNull(),
    email: text('email').notNull(),
    language: text('language').notNull(),
    /** True for who asked the question: they hear of answers without having said by mail that it's they. */
    isAsker: bool('is_asker').notNull(),
    /** When they said by mail that it was they; null until then: nothing but that question is sent. */
    confirmedAt: at('confirmed_at'),
    endedAt: at('ended_at'),
    createdAt: at('created_at').notNull(),
  },
  (follower) => [
    primaryKey({ columns: [follower.siteId, follower.id] }),
    index('question_followers_question').on(follower.siteId, follower.questionId),
    index('question_followers_email').on(follower.siteId, follower.email),
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
    /** The number of people a learned phrasing helped, less those it did not. */
    agreed: int('agreed').notNull().default(0),
    createdAt: at('created_at').notNull(),
  },
  (phrasing) => [
    primaryKey({ columns: [phrasing.siteId, phrasing.id] }),
    index('phrasings_question').on(phrasing.siteId, phrasing.questionId),
    uniqueIndex('phrasings_phrase').on(phrasing.siteId, phrasing.questionId, phrasing.phrase),
  ],
);

/** Paths that questions had in another system: links to them lead on. */
export const questionRedirects = table(
  'question_redirects',
  {
    siteId: text('site_id').notNull(),
    /** Without the slash before it, as it stood in the old address. */
    path: text('path').notNull(),
    questionId: text('question_id').notNull(),
  },
  (redirect) => [
    primaryKey({ columns: [redirect.siteId, redirect.path] }),
    index('question_redirects_question').on(redirect.siteId, redirect.questionId),
  ],
);

/** Events of suggestions: the source of the self-service figure and of searches without a result. */
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
    /** The visitor who searched, where known; null for anonymous ones. */
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
