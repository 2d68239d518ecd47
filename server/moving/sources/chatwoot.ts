import { asObject, asText } from '../../core/importing/json.ts';
import { RecordFault, type Source } from '../shape.ts';
import {
  conversationOf,
  fieldsOf,
  fileNameOf,
  listOf,
  personOf,
  starsOf,
  textOfHtml,
  timeOf,
} from './values.ts';

/** Types of messages by the number that the API writes for them. */
const types = ['incoming', 'outgoing', 'activity', 'template'];

const typeOf = (value: unknown): string => (typeof value === 'number' ? (types[value] ?? '') : asText(value));

/** The rating stands in the message that asked for it, as an answer of one to five. */
const ratingOf = (messages: Record<string, unknown>[]) => {
  const asked = messages.filter((message) => message['content_type'] === 'input_csat');
  const [rating] = asked
    .map((message) => {
      const values = asObject(asObject(message['content_attributes'])['submitted_values']);
      const answer = asObject(values['csat_survey_response']);
      return starsOf(
        answer['rating'],
        answer['feedback_message'],
        message['updated_at'] ?? message['created_at'],
      );
    })
    .filter((one) => one !== null)
    .reverse();
  return { rating: rating ?? null, isRatingAsked: asked.length > 0 };
};

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
      ...ratingOf(listOf(record['messages'])),
      fields: fieldsOf(record['custom_attributes']),
      personFields: fieldsOf(
        asObject(meta['sender'])['custom_attributes'] ?? asObject(record['contact'])['custom_attributes'],
      ),
      messages: listOf(record['messages'])
        .filter(
          (message) =>
            typeOf(message['message_type']) !== 'activity' && message['content_type'] !== 'input_csat',
        )
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
