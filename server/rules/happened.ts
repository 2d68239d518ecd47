import type { Trigger } from '../../shared/rules/fields.ts';
import type { Context } from '../context.ts';
import { type ConversationRow, findConversations } from '../core/conversations/queries/conversations.ts';
import { findMessages } from '../core/conversations/queries/messages.ts';
import type { LogEvent } from '../core/events/tables.ts';

/** Something that rules may fire on. */
export interface Happened {
  triggers: readonly Trigger[];
  minutes: number | null;
  row: ConversationRow;
  /** The text that was written; empty where nothing was. */
  text: string;
  /** Its name for good: what fired on it fires on it no more. */
  anchor: string;
  at: number;
}

/** A message that a person wrote: the beginning of what time alone brings. */
export interface Said {
  row: ConversationRow;
  message: string;
  at: number;
}

/** Kinds of events that rules, or what is planned for them, follow from. */
export const ruleEvents = ['message.added', 'conversation.let_in', 'conversation.changed'];

const unique = (ids: (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

type Message = Awaited<ReturnType<typeof findMessages>>[number];

const triggersOf = (row: ConversationRow, message: Message): Trigger[] => {
  if (message.system) return message.system.kind === 'rated' ? ['rated'] : [];
  if (message.visibility !== 'public') return [];
  // Imported with a date of its own, or moved here: that is no news.
  if (message.authorKind === 'staff') return ['reply'];
  if (message.authorKind !== 'visitor') return [];
  return message.id === row.id ? ['opened', 'message'] : ['message'];
};

/**
 * The meaning of events for rules. What a rule says or does is the system's, and means nothing here: no rule fires on a rule.
 * A held conversation begins when it's let in.
 */
export const readHappened = async (
  ctx: Context,
  siteId: string,
  batch: readonly LogEvent[],
): Promise<{ happened: Happened[]; said: Said[]; changed: ConversationRow[] }> => {
  const own = batch.filter(
    ({ kind, conversationId }) => ruleEvents.includes(kind) && conversationId !== null,
  );
  if (own.length === 0) return { happened: [], said: [], changed: [] };
  const rows = new Map(
    (await findConversations(ctx, siteId, unique(own.map(({ conversationId }) => conversationId))))
      .filter(({ held, mergedInto }) => !held && mergedInto === null)
      .map((row) => [row.id, row]),
  );
  const messages = new Map(
    (
      await findMessages(
        ctx,
        siteId,
        unique(
          own.map(({ kind, subjectId, conversationId }) =>
            kind === 'message.added' ? subjectId : kind === 'conversation.let_in' ? conversationId : null,
          ),
        ),
      )
    ).map((message) => [message.id, message]),
  );
  const happened: Happened[] = [];
  const said: Said[] = [];
  for (const { kind, at, conversationId, subjectId } of own) {
    const row = rows.get(conversationId ?? '');
    const message = messages.get((kind === 'conversation.let_in' ? conversationId : subjectId) ?? '');
    if (!row || !message || kind === 'conversation.changed') continue;
    const triggers = triggersOf(row, message);
    if (triggers.length === 0) continue;
    const text = message.id === row.id ? `${row.subject}\n${message.body}` : message.body;
    happened.push({
      triggers,
      minutes: null,
      row,
      text: message.system ? '' : text,
      // Not the event's place: a message that was held and is let in is one thing.
      anchor: message.id,
      at,
    });
    if (!message.system) said.push({ row, message: message.id, at });
  }
  return { happened, said, changed: [...rows.values()] };
};
