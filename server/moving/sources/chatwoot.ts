import { asObject, asText } from '../../core/importing/json.ts';
import { RecordFault, type Source } from '../shape.ts';
import { conversationOf, fileNameOf, listOf, personOf, textOfHtml, timeOf } from './values.ts';

/** Types of messages by the number that the API writes for them. */
const types = ['incoming', 'outgoing', 'activity', 'template'];

const typeOf = (value: unknown): string => (typeof value === 'number' ? (types[value] ?? '') : asText(value));

/**
 * Chatwoot: conversations as its API lists them, each with its `messages`
 * (https://developers.chatwoot.com/api-reference/conversations/conversations-list). What it says by itself of a
 * conversation (“resolved by”) is left out.
 */
export const chatwoot: Source = {
  lists: ['data.payload', 'payload', 'conversations'],
  conversation: (record) => {
    if (!('messages' in record)) return null;
    const meta = asObject(record['meta']);
    const person = personOf(meta['sender']) ?? personOf(record['contact']);
    if (!person) throw new RecordFault('it names no contact');
    const isClosed = asText(record['status']) === 'resolved';
    const extra = asObject(record['additional_attributes']);
    return conversationOf({
      id: asText(record['id']),
      subject: asText(extra['mail_subject']) || asText(extra['subject']),
      isClosed,
      isMail: asText(meta['channel']) === 'Channel::Email' || 'mail_subject' in extra,
      closedAt: isClosed ? timeOf(record['last_activity_at'] ?? record['updated_at']) : null,
      person,
      assignee: personOf(meta['assignee']),
      labels: Array.isArray(record['labels']) ? record['labels'].map(asText) : [],
      messages: listOf(record['messages'])
        .filter((message) => typeOf(message['message_type']) !== 'activity')
        .map((message) => ({
          id: asText(message['id']),
          at: timeOf(message['created_at']),
          by: typeOf(message['message_type']) === 'incoming' ? 'person' : 'staff',
          author: personOf(message['sender']),
          isNote: message['private'] === true,
          text: textOfHtml(asText(message['content'])),
          files: listOf(message['attachments'])
            .map(({ file_name, data_url }) => asText(file_name) || fileNameOf(asText(data_url)))
            .filter(Boolean),
        })),
    });
  },
};
