import type { Notice } from '../../../shared/core/conversations/schema.ts';
import type { NewEvent } from '../db/database.ts';
import type { ConversationRow } from './queries/conversations.ts';
import { changed } from './changes.ts';

const time = (value: string | number | undefined): string =>
  typeof value === 'number'
    ? new Date(value).toISOString().slice(0, 16).replace('T', ' ').concat(' UTC')
    : '';

/** Why the rules gave a conversation to somebody. */
const givenWhy: Record<string, string> = {
  returning: 'answered this visitor before',
  language: 'speaks the visitor’s language',
  load: 'has the least to do',
  turn: 'it was their turn',
};

/** What a notice says in English, for exports and for readers that know no other words for it. */
export const noticeText = ({ kind, values }: Notice): string => {
  const name = String(values['name'] ?? '');
  const by = String(values['by'] ?? '');
  switch (kind) {
    case 'promise_moved':
      return `We need a little longer: you will hear from us by ${time(values['at'])}.`;
    case 'promise_reminded':
      return `${name || 'The team'} was reminded: an answer is due by ${time(values['at'])}.`;
    case 'promise_escalated':
      return `${name || 'The team'} was asked to look: an answer is due by ${time(values['at'])}.`;
    case 'assigned':
      return `Handed on to ${name}: an answer is due by ${time(values['at'])}.`;
    case 'ended':
      return name ? `${name} ended the conversation.` : 'The conversation was ended.';
    case 'rated':
      return `Rated: ${values['rating']}.`;
    case 'reported':
      return 'The visitor reported a message.';
    case 'mail_from_other':
      return `The last message came by mail from another address: ${values['address']}.`;
    case 'mail_bounced':
      return 'A mail to the visitor could not be delivered.';
    case 'files_refused':
      return `Files that are not taken here: ${values['names']}.`;
    case 'call_moved':
      return `The call was moved to ${time(values['at'])}.`;
    case 'call_late':
      return `It takes a little longer: the call comes by ${time(values['at'])}.`;
    case 'call_missed':
      return 'We could not reach you by phone. You can choose another time.';
    case 'call_cancelled':
      return 'The call was called off.';
    case 'call_reached':
      return `${name || 'Somebody'} spoke with the visitor.`;
    case 'call_wrong_number':
      return 'The number that you left does not lead to you. You can ask for a call again, or write here.';
    case 'call_due':
      return `A call is due at ${time(values['at'])}.`;
    case 'call_escalated':
      return `A call was due at ${time(values['at'])}, and nobody has called yet.`;
    case 'taken':
      return `${by} took the conversation.`;
    case 'given':
      return `${by} gave the conversation to ${name}.`;
    case 'given_back':
      return `${by} gave the conversation back.`;
    case 'team_set':
      return `${by} gave the conversation to the team ${name}.`;
    case 'team_unset':
      return `${by} took the conversation from its team.`;
    case 'closed':
      return `${by} closed the conversation.`;
    case 'reopened':
      return `${by} reopened the conversation.`;
    case 'snoozed':
      return typeof values['until'] === 'number'
        ? `${by} snoozed the conversation until ${time(values['until'])}.`
        : `${by} snoozed the conversation until the visitor replies.`;
    case 'woken':
      return 'The conversation is back from being snoozed.';
    case 'priority_set':
      return `${by} set the priority to ${values['priority']}.`;
    case 'labelled':
      return `${by} added the label ${name}.`;
    case 'unlabelled':
      return `${by} removed the label ${name}.`;
    case 'let_in':
      return `${by} let the conversation in.`;
    case 'merged':
      return `${by} merged “${name}” into this conversation.`;
    case 'unmerged':
      return `${by} took “${name}” out of this conversation again.`;
    case 'blocked':
      return `${by} blocked the visitor.`;
    case 'unblocked':
      return `${by} let the visitor write again.`;
    case 'undone':
      return `${by} undid that.`;
    case 'auto_given':
      return `Given to ${name}: ${givenWhy[String(values['why'])] ?? ''}, ${values['chats']} of ${values['capacity']} at once.`;
    case 'auto_passed':
      return `${name} did not open it within ${values['seconds']} s: on to the next.`;
    case 'auto_returned':
      return `${name} is not there any more: back to everybody.`;
  }
};

/** The event of a notice's place in the log. */
export const noticeEvent = (row: ConversationRow, { id, visibility }: NewNotice): NewEvent => ({
  ...changed(row, 'message.added', id),
  audience: visibility === 'public' ? 'visitor' : 'staff',
});

export interface NewNotice {
  id: string;
  visibility: 'public' | 'note';
  notice: Notice;
}
