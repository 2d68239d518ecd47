import type { Message } from '../../shared/core/conversations/schema.ts';
import { noticeText } from '../core/conversations/notices.ts';
import type { ConversationRow } from '../core/conversations/queries/conversations.ts';

const time = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** A conversation as plain text, as its messages stand; times in UTC. */
export const transcriptText = (
  row: ConversationRow,
  visitor: { name: string; email: string | null },
  messages: Message[],
): string => {
  const who = (message: Message): string => {
    if (message.author.kind === 'system') return '*';
    const name = message.author.name || (message.author.kind === 'visitor' ? 'Visitor' : 'Staff');
    return message.visibility === 'note' ? `${name} (private note)` : name;
  };
  const head = [
    row.subject,
    `${visitor.name || 'Visitor'}${visitor.email ? ` <${visitor.email}>` : ''}`,
    `${time(row.createdAt)} UTC, ${row.kind}, ${row.status}`,
  ];
  const lines = messages.map((message) => {
    const words = message.notice ? noticeText(message.notice) : message.body;
    const files = message.attachments.map((file) => `[${file.name}]`);
    const quoted = message.quoted?.replace(/^/gm, '> ') ?? '';
    return [`${time(message.at)} ${who(message)}`, ...[words, ...files, quoted].filter(Boolean)].join('\n');
  });
  return `${[head.join('\n'), ...lines].join('\n\n')}\n`;
};
