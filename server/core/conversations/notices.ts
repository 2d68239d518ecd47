import type { Notice } from '../../../shared/core/conversations/schema.ts';
import type { RichNode } from '../../../shared/core/richText.ts';
import type { NewEvent } from '../db/database.ts';
import { changed } from './changes.ts';
import type { conversations } from './tables.ts';

const time = (value: string | number | undefined): string =>
  typeof value === 'number'
    ? new Date(value).toISOString().slice(0, 16).replace('T', ' ').concat(' UTC')
    : '';

/** Why the rules gave a conversation to somebody. */
const givenWhy: Record<string, string> = {
  returning: 'helped this visitor before',
  language: 'speaks the visitor’s language',
  load: 'is the least busy',
  turn: 'it’s their turn',
};

type CallbackKind = Extract<Notice['kind'], `call_${string}`>;
const isCallback = (kind: Notice['kind']): kind is CallbackKind => kind.startsWith('call_');

/** The text of a call's outcome. */
const callbackText = (kind: CallbackKind, values: Notice['values']): string => {
  switch (kind) {
    case 'call_moved':
      return `The call was moved to ${time(values['at'])}.`;
    case 'call_late':
      return `We’re running late. We’ll call by ${time(values['at'])}.`;
    case 'call_missed':
      return 'We couldn’t reach you by phone. You can choose another time.';
    case 'call_cancelled':
      return 'The call was cancelled.';
    case 'call_reached':
      return `${String(values['name'] ?? '') || 'Someone'} spoke with the visitor.`;
    case 'call_wrong_number':
      return 'The number you left seems to be wrong. You can request another call, or write here.';
    case 'call_due':
      return `A call is due at ${time(values['at'])}.`;
    case 'call_escalated':
      return `A call was due at ${time(values['at'])}, and no one has called yet.`;
  }
};

/** The text of what became of a question or an idea in public. */
const publicText = (
  kind: 'published' | 'opened_up' | 'new_answer' | 'idea_news',
  values: Notice['values'],
): string => {
  switch (kind) {
    case 'published':
      return 'Your question and our answer are now public, without your name.';
    case 'opened_up':
      return 'Your question is now public, without your name. Others can answer it.';
    case 'new_answer':
      return 'There’s a new public answer to your question.';
    case 'idea_news':
      return `There’s news about an idea you asked for: ${values['title']}`;
  }
};

/** The text of messages that went from one conversation to another. */
const movedText = (
  kind: 'merged' | 'unmerged' | 'split_off' | 'split_from',
  by: string,
  name: string,
): string => {
  switch (kind) {
    case 'merged':
      return `${by} merged “${name}” into this conversation.`;
    case 'unmerged':
      return `${by} unmerged “${name}”.`;
    case 'split_off':
      return `${by} split the later messages off.`;
    case 'split_from':
      return `${by} split this from “${name}”.`;
  }
};

type PromiseNoticeKind = Extract<Notice['kind'], `promise_${string}` | 'assigned'>;

/** The text of what became of a promise. */
const promiseText = (kind: PromiseNoticeKind, name: string, values: Notice['values']): string => {
  switch (kind) {
    case 'promise_moved':
      return `We need a little longer. You’ll hear from us by ${time(values['at'])}.`;
    case 'promise_reminded':
      return `${name || 'The team'} was reminded that a reply is due by ${time(values['at'])}.`;
    case 'promise_escalated':
      return `${name || 'The team'} was asked to step in. A reply is due by ${time(values['at'])}.`;
    case 'assigned':
      return `Reassigned to ${name}. A reply is due by ${time(values['at'])}.`;
  }
};

type AutoNoticeKind = Extract<Notice['kind'], 'auto_given' | 'auto_passed' | 'auto_returned'>;

/** The text of what giving out by itself did. */
const autoText = (kind: AutoNoticeKind, name: string, values: Notice['values']): string => {
  switch (kind) {
    case 'auto_given':
      return `Assigned to ${name}: ${givenWhy[String(values['why'])] ?? ''}, ${values['chats']} of ${values['capacity']} conversations.`;
    case 'auto_passed':
      return `${name} didn’t open it within ${values['seconds']} s. Passed to the next person.`;
    case 'auto_returned':
      return `${name} went offline. Unassigned again.`;
  }
};

type RuleNoticeKind = Extract<Notice['kind'], 'auto_reply' | `rule_${string}`>;

/** The text of what a rule said. */
const ruleText = (kind: RuleNoticeKind, by: string, values: Notice['values']): string => {
  switch (kind) {
    case 'auto_reply':
      return String(values['text'] ?? '');
    case 'rule_note':
      return `${by}: ${values['text']}`;
    case 'rule_told':
      return `${by} told ${values['name']} about this.`;
    case 'rule_limited':
      return `${by} did nothing more: rules did ${values['count']} things here within an hour.`;
  }
};

type MailNoticeKind = Extract<Notice['kind'], `mail_${string}` | 'forward_bounced'>;

/** The text of what became of a mail. */
const mailText = (kind: MailNoticeKind, address: string): string => {
  switch (kind) {
    case 'mail_from_other':
      return `The last message was emailed from a different address: ${address}.`;
    case 'mail_apart':
      return `This email continues a conversation with someone else, so it opened its own. Check who ${address} is before you share anything from the other one.`;
    case 'mail_bounced':
      return 'An email to the visitor couldn’t be delivered.';
    case 'forward_bounced':
      return `The email to ${address} couldn’t be delivered.`;
    case 'mail_unread':
      return `An email from ${address || 'the visitor'} couldn’t be read. It may hold a reply.`;
  }
};

/** A notice in English, for exports and for readers that know no other words for it. */
export const noticeText = ({ kind, values }: Notice): string => {
  if (isCallback(kind)) return callbackText(kind, values);
  const name = String(values['name'] ?? '');
  const by = values['rule'] ? `Rule “${values['by']}”` : String(values['by'] ?? '');
  switch (kind) {
    case 'promise_moved':
    case 'promise_reminded':
    case 'promise_escalated':
    case 'assigned':
      return promiseText(kind, name, values);
    case 'ended':
      return name ? `${name} ended the conversation.` : 'The visitor ended the conversation.';
    case 'published':
    case 'opened_up':
    case 'new_answer':
    case 'idea_news':
      return publicText(kind, values);
    case 'rated':
      return `Rated: ${values['rating']}.`;
    case 'reported':
      return 'The visitor reported a message.';
    case 'mail_from_other':
    case 'mail_apart':
    case 'mail_bounced':
    case 'forward_bounced':
    case 'mail_unread':
      return mailText(kind, String(values['address'] ?? ''));
    case 'files_refused':
      return `These files weren’t accepted: ${values['names']}.`;
    case 'taken':
      return `${by} took the conversation.`;
    case 'given':
      return `${by} assigned the conversation to ${name}.`;
    case 'given_back':
      return `${by} unassigned the conversation.`;
    case 'team_set':
      return `${by} assigned the conversation to the team ${name}.`;
    case 'team_unset':
      return `${by} removed the conversation from its team.`;
    case 'closed':
      return `${by} closed the conversation.`;
    case 'reopened':
      return `${by} reopened the conversation.`;
    case 'snoozed':
      return typeof values['until'] === 'number'
        ? `${by} snoozed the conversation until ${time(values['until'])}.`
        : `${by} snoozed the conversation until the visitor replies.`;
    case 'woken':
      return 'The conversation is no longer snoozed.';
    case 'priority_set':
      return `${by} set the priority to ${values['priority']}.`;
    case 'labelled':
      return `${by} added the label ${name}.`;
    case 'unlabelled':
      return `${by} removed the label ${name}.`;
    case 'let_in':
      return `${by} marked the conversation as not spam.`;
    case 'merged':
    case 'unmerged':
    case 'split_off':
    case 'split_from':
      return movedText(kind, by, name);
    case 'blocked':
      return `${by} blocked the visitor.`;
    case 'unblocked':
      return `${by} unblocked the visitor.`;
    case 'undone':
      return `${by} undid that.`;
    case 'auto_given':
    case 'auto_passed':
    case 'auto_returned':
      return autoText(kind, name, values);
    case 'auto_reply':
    case 'rule_note':
    case 'rule_told':
    case 'rule_limited':
      return ruleText(kind, by, values);
  }
};

/** The event of a notice's place in the log. */
export const noticeEvent = (
  row: Pick<typeof conversations.$inferSelect, 'id' | 'visitorId'>,
  { id, visibility }: NewNotice,
): NewEvent => ({
  ...changed(row, 'message.added', id),
  audience: visibility === 'public' ? 'visitor' : 'staff',
});

export interface NewNotice {
  id: string;
  visibility: 'public' | 'note';
  notice: Notice;
  /** Its text where that has a form; one paragraph otherwise. */
  rich?: RichNode[];
}
