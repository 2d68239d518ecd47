import type { Notice } from '../../../../shared/core/conversations/schema.ts';
import type { LogEvent } from '../../events/tables.ts';
import type { StateSince } from '../../facts/queries.ts';
import type { NewFact } from '../../facts/types.ts';
import { heldAmount, ratingValue } from '../changes.ts';
import type { ConversationRow } from '../queries/conversations.ts';
import type { messages } from '../tables.ts';

export type FoldedMessage = Pick<
  typeof messages.$inferSelect,
  'id' | 'seq' | 'authorKind' | 'authorId' | 'visibility' | 'system'
>;

export type FoldedEvent = Pick<LogEvent, 'kind' | 'at' | 'conversationId' | 'audience' | 'amount'>;

/** The context in which an event of a conversation is folded. */
export interface Around {
  /** Null where it was erased meanwhile. */
  row: ConversationRow | null;
  message: FoldedMessage | undefined;
  /** Whether the message is the first public reply of staff. */
  isFirstReply: boolean;
  /** Milliseconds of opening hours between two instants. */
  openBetween(from: number, to: number): number;
}

const text = (value: string | number | undefined): string | null =>
  typeof value === 'string' && value ? value : null;

/** Notices by which a conversation may be open again, as its row says. */
const mayReopen = new Set<Notice['kind']>(['undone', 'mail_bounced', 'mail_unread', 'call_moved']);

/** Whom a notice says that a conversation was given to. */
const assignedTo = ({ kind, values }: Notice): Pick<NewFact, 'staffId' | 'teamId'> | null => {
  if (kind === 'taken') return { staffId: text(values['byId']) };
  if (kind === 'given' || kind === 'assigned' || kind === 'auto_given')
    return { staffId: text(values['nameId']) };
  return kind === 'team_set' ? { staffId: null, teamId: text(values['teamId']) } : null;
};

type About = Omit<NewFact, 'kind' | 'at'>;

const aboutOf = ({ conversationId }: FoldedEvent, row: ConversationRow | null): About => ({
  subjectId: conversationId,
  channel: row?.kind,
  teamId: row?.teamId,
  language: row?.language,
});

/**
 * Turns the events of a site's conversations into facts, one after the other in the log's order: the same events make the
 * same facts, however they are cut into batches.
 */
export class ConversationFold {
  readonly facts: NewFact[] = [];
  private readonly states: Map<string, StateSince>;

  /** @param states what the conversations are before; kept up to date */
  constructor(states: Map<string, StateSince>) {
    this.states = states;
  }

  take(event: FoldedEvent, around: Around): void {
    const { row, message } = around;
    if (event.kind === 'message.added' && message?.system) this.takeNotice(event, around, message.system);
    else if (event.kind === 'message.added' && message?.visibility === 'public')
      this.takeWords(event, around, message);
    else if (event.kind === 'conversation.let_in' && !this.stateOf(event)) this.open(event, row);
    else if (event.kind === 'conversation.erased' && this.stateOf(event) === 'open')
      this.turn(event, event.at, { ...aboutOf(event, row), kind: 'conversation.erased' }, 'merged');
    else if (event.kind.startsWith('promise.')) this.takePromise(event, around);
    else if (event.kind === 'rating.asked')
      this.facts.push({
        ...aboutOf(event, row),
        kind: 'rating.asked',
        staffId: row?.assigneeId,
        at: event.at,
        value: event.amount,
      });
    if (row) this.takeRow(event, around, row);
  }

  private stateOf({ conversationId }: FoldedEvent): StateSince['state'] | undefined {
    return this.states.get(conversationId ?? '')?.state;
  }

  private turn(event: FoldedEvent, at: number, fact: Omit<NewFact, 'at'>, state: StateSince['state']): void {
    this.facts.push({ ...fact, at, state });
    this.states.set(event.conversationId ?? '', { state, since: at });
  }

  private open(event: FoldedEvent, row: ConversationRow | null): void {
    this.turn(event, event.at, { ...aboutOf(event, row), kind: 'conversation.opened' }, 'open');
  }

  private close(
    event: FoldedEvent,
    { row, openBetween }: Around,
    at: number,
    staffId: string | null = null,
  ): void {
    const since = this.states.get(event.conversationId ?? '')?.since ?? at;
    const fact = {
      ...aboutOf(event, row),
      kind: 'conversation.closed',
      staffId: staffId ?? row?.assigneeId,
      value: openBetween(since, at),
      clock: Math.max(0, at - since),
    } as const;
    this.turn(event, at, fact, 'closed');
  }

  private takeNotice(event: FoldedEvent, around: Around, notice: Notice): void {
    const { row } = around;
    const about = aboutOf(event, row);
    const state = this.stateOf(event);
    const to = assignedTo(notice);
    const by = text(notice.values['byId']);
    if (notice.kind === 'split_from' && !state) this.open(event, row);
    if (to) this.facts.push({ ...about, ...to, kind: 'conversation.assigned', at: event.at });
    if ((notice.kind === 'closed' || notice.kind === 'ended') && state === 'open')
      this.close(event, around, event.at, by);
    const isOpen = mayReopen.has(notice.kind) && row !== null && row.status !== 'closed';
    if (state === 'closed' && (notice.kind === 'reopened' || isOpen))
      this.turn(event, event.at, { ...about, kind: 'conversation.reopened', staffId: by }, 'open');
    if (notice.kind === 'rated') this.takeRating(event, around, notice);
  }

  private takeRating(event: FoldedEvent, { row }: Around, { values }: Notice): void {
    const value = ratingValue[values['rating'] as keyof typeof ratingValue];
    // The words were changed, and not the rating.
    if (value === undefined || value === event.amount) return;
    const rated = { ...aboutOf(event, row), staffId: row?.assigneeId, at: event.at };
    this.facts.push({ ...rated, kind: 'rating.given', value });
    if (event.amount !== null) this.facts.push({ ...rated, kind: 'rating.replaced', value: event.amount });
  }

  private takeWords(event: FoldedEvent, around: Around, message: FoldedMessage): void {
    const { row } = around;
    const about = aboutOf(event, row);
    const before = this.stateOf(event);
    if (message.authorKind === 'visitor') {
      const isFirst = message.id === event.conversationId;
      if (!before && isFirst && event.amount !== heldAmount) this.open(event, row);
      else if (before === 'closed')
        this.turn(event, event.at, { ...about, kind: 'conversation.reopened' }, 'open');
      // What is held is not the inbox's yet.
      if (this.stateOf(event)) this.facts.push({ ...about, kind: 'message.in', at: event.at });
      return;
    }
    // A reply lets in what was held.
    if (!before && row) this.open(event, row);
    const reply = { ...about, staffId: message.authorId, at: event.at };
    this.facts.push({ ...reply, kind: 'message.out' });
    // Who was written to first had asked nothing.
    if (!around.isFirstReply || !row || message.id === row.id) return;
    this.facts.push({
      ...reply,
      kind: 'reply.first',
      value: around.openBetween(row.createdAt, event.at),
      clock: Math.max(0, event.at - row.createdAt),
    });
  }

  private takePromise(event: FoldedEvent, { row }: Around): void {
    const { kind, at, amount } = event;
    if (kind !== 'promise.kept' && kind !== 'promise.broken' && kind !== 'promise.moved') return;
    const late = amount === null ? null : at - amount;
    this.facts.push({
      ...aboutOf(event, row),
      kind,
      at,
      staffId: row?.promiseOwnerId ?? row?.assigneeId,
      value: kind === 'promise.moved' && late !== null ? -late : late,
    });
  }

  /** Folds events that no line of the conversation shows: a merge, the end of its call. */
  private takeRow(event: FoldedEvent, around: Around, row: ConversationRow): void {
    const state = this.stateOf(event);
    const about = aboutOf(event, row);
    const isMerge = event.kind === 'conversation.changed' && event.audience === 'staff';
    if (isMerge && row.mergedInto && state === 'open')
      this.turn(event, event.at, { ...about, kind: 'conversation.merged' }, 'merged');
    if (isMerge && !row.mergedInto && row.status !== 'closed' && state === 'merged')
      this.turn(event, event.at, { ...about, kind: 'conversation.unmerged' }, 'open');
    // Not before its time: the row may be ahead of the log's reader.
    const isClosed = row.status === 'closed' && !row.mergedInto && event.kind !== 'message.added';
    if (state === 'open' && isClosed && row.closedAt !== null && row.closedAt <= event.at)
      this.close(event, around, row.closedAt);
  }
}
