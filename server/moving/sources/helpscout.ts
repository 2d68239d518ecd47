import { asObject, asText } from '../../core/importing/json.ts';
import { RecordFault, type Source } from '../shape.ts';
import { conversationOf, fieldOf, listOf, personOf, textOfHtml, timeOf } from './values.ts';

/** Threads that are no words of anybody's: changes of state, and what was never sent. */
const isSilent = ({ type, state }: Record<string, unknown>): boolean =>
  type === 'lineitem' || state === 'draft' || state === 'hidden';

/**
 * Help Scout: conversations as its Mailbox API 2.0 writes them with `?embed=threads`
 * (https://developer.helpscout.com/mailbox-api/endpoints/conversations/get/).
 */
export const helpscout: Source = {
  lists: ['_embedded.conversations', 'conversations'],
  conversation: (record) => {
    const threads = asObject(record['_embedded'])['threads'] ?? record['threads'];
    if (threads === undefined) return null;
    const person = personOf(record['primaryCustomer']) ?? personOf(record['customer']);
    if (!person) throw new RecordFault('it names no customer');
    const isClosed = asText(record['status']) === 'closed';
    return conversationOf({
      id: asText(record['id']),
      subject: asText(record['subject']),
      isClosed,
      isMail: asText(record['type']) === 'email',
      closedAt: isClosed
        ? timeOf(record['closedAt'] ?? record['userUpdatedAt'] ?? record['modifiedAt'])
        : null,
      person,
      assignee: personOf(record['assignee'] ?? record['owner']),
      labels: Array.isArray(record['tags'])
        ? record['tags'].map((tag: unknown) => asText(tag) || asText(asObject(tag)['tag']))
        : [],
      // A choice has a number as its value, and its name as its text. Ratings stand in no conversation.
      fields: listOf(record['customFields']).flatMap(({ name, value, text }) =>
        fieldOf(asText(name), asText(text) || value),
      ),
      personFields: listOf(asObject(asObject(record['primaryCustomer'])['_embedded'])['properties']).flatMap(
        ({ name, text, value }) => fieldOf(asText(name), asText(text) || value),
      ),
      messages: listOf(threads)
        .filter((thread) => !isSilent(thread))
        .map((thread) => {
          const isCustomer =
            thread['type'] === 'customer' || asText(asObject(thread['createdBy'])['type']) === 'customer';
          return {
            id: asText(thread['id']),
            at: timeOf(thread['createdAt']),
            by: isCustomer ? ('person' as const) : ('staff' as const),
            author: personOf(thread['createdBy']) ?? (isCustomer ? person : null),
            isNote: thread['type'] === 'note',
            text: textOfHtml(asText(thread['body'])),
            files: listOf(asObject(thread['_embedded'])['attachments'] ?? thread['attachments'])
              .map(({ filename, fileName }) => asText(filename ?? fileName))
              .filter(Boolean),
          };
        }),
    });
  },
};
