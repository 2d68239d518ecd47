/**
 * Kinds of facts in reports. `value` and `clock` are numbers of a fact; instants and durations are milliseconds. Kinds
 * are a promise to whoever reads an export of them: there come new ones, and none changes its meaning.
 */
export const factKinds = [
  /** A visitor began a conversation, or one that was held for review was let in. */
  'conversation.opened',
  /** `value`: opening hours from when it was opened or reopened, `clock`: the same by the clock. */
  'conversation.closed',
  'conversation.reopened',
  /** It is part of another one now: no longer open, and nobody resolved it. */
  'conversation.merged',
  'conversation.unmerged',
  /** It was erased while it was open. */
  'conversation.erased',
  /** A visitor wrote; a member of staff replied. */
  'message.in',
  'message.out',
  /** The first public reply of staff. `value`: opening hours since the conversation began, `clock`: by the clock. */
  'reply.first',
  /** To a person, a team, or both. */
  'conversation.assigned',
  /** `value`: how long after it was due; negative before. */
  'promise.kept',
  'promise.broken',
  /** `value`: how long before it was due the visitor was told another time. */
  'promise.moved',
  /** A rating was asked for, once for each conversation. `value`: 0 in the widget, 1 by email. */
  'rating.asked',
  /** `value`: -1 bad, 0 okay, 1 good. */
  'rating.given',
  /** `value`: what a rating was before it was changed. */
  'rating.replaced',
  /** `value`: the score, 0 to 10. */
  'nps.answered',
  'nps.replaced',
  'call.requested',
  'call.attempted',
  /** `value`: from when it was asked for, or was to begin, until somebody was reached. */
  'call.reached',
  'call.wrong_number',
  'call.cancelled',
  'call.expired',
  'suggestion.shown',
  'suggestion.opened',
  'suggestion.solved',
  'suggestion.not_quite',
  /** A question was sent after a search that had shown no answer. */
  'search.vain',
  'comment.added',
  /** A public question was answered: by the team, or by another visitor. */
  'answer.staff',
  'answer.visitor',
  /** An idea became public, somebody voted for one, the team gave one a status. */
  'idea.added',
  'idea.voted',
  /** `value`: 0 new, 1 planned, 2 started, 3 done, 4 declined. */
  'idea.status',
  /** A member of staff was online in an hour of the site's clock. `value`: for how long. */
  'staff.online',
  /** An article was opened from a search. */
  'article.read',
  /** A reader said whether an article helped. `value`: 1 it did, 0 it didn't. */
  'article.voted',
  /** `value`: what a reader had said before. */
  'article.replaced',
] as const;
export type FactKind = (typeof factKinds)[number];
