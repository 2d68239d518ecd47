import { asObject, asText } from '../../core/importing/json.ts';
import { type MovedMessage, RecordFault, type Source } from '../shape.ts';
import { conversationOf, fieldsOf, listOf, personOf, starsOf, textOfHtml, timeOf } from './values.ts';

const staffTypes = new Set(['admin', 'bot', 'team']);

const partOf = (
  part: Record<string, unknown>,
  at: unknown,
): Omit<MovedMessage, 'at'> & { at: number | null } => ({
  id: asText(part['id']),
  at: timeOf(at),
  by: staffTypes.has(asText(asObject(part['author'])['type'])) ? 'staff' : 'person',
  author: personOf(part['author']),
  isNote: part['part_type'] === 'note',
  text: textOfHtml(asText(part['body'])),
  files: listOf(part['attachments'])
    .map(({ name }) => asText(name))
    .filter(Boolean),
});

/**
 * Intercom: conversations as its API writes them one by one, with `source` and `conversation_parts`
 * (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/conversation). Parts without
 * words (assigned, closed) are left out.
 */
export const intercom: Source = {
  lists: ['conversations', 'data'],
  conversation: (record) => {
    if (!('source' in record)) return null;
    const source = asObject(record['source']);
    const parts = listOf(asObject(record['conversation_parts'])['conversation_parts']);
    const messages = [
      partOf(source, record['created_at']),
      ...parts.map((part) => partOf(part, part['created_at'])),
    ];
    const contacts = listOf(asObject(record['contacts'])['contacts']);
    const [contact] = contacts.map(personOf);
    const rated = asObject(record['conversation_rating']);
    const wrote = messages.find(({ by, author }) => by === 'person' && author)?.author ?? null;
    const person = contact?.email || contact?.name ? contact : (wrote ?? contact);
    if (!person) throw new RecordFault('it names no contact');
    const isClosed = asText(record['state']) === 'closed' || record['open'] === false;
    const closed = timeOf(asObject(record['statistics'])['last_close_at']);
    return conversationOf({
      id: asText(record['id']),
      subject: textOfHtml(asText(source['subject'])) || asText(record['title']),
      isClosed,
      isMail: asText(source['type']) === 'email',
      closedAt: isClosed ? (closed ?? timeOf(record['updated_at'])) : null,
      person,
      assignee: personOf(record['assignee']),
      labels: listOf(asObject(record['tags'])['tags']).map(({ name }) => asText(name)),
      rating: starsOf(rated['rating'], rated['remark'], rated['created_at']),
      isRatingAsked: Object.keys(rated).length > 0,
      fields: fieldsOf(record['custom_attributes']),
      personFields: fieldsOf(contacts[0]?.['custom_attributes']),
      messages,
    });
  },
};
