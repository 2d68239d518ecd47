import { asObject, asText } from '../../core/importing/json.ts';
import { RecordFault, type Source } from '../shape.ts';
import { conversationOf, fieldsOf, fileNameOf, listOf, timeOf } from './values.ts';

const withFile = new Set(['file', 'audio']);

/**
 * Crisp: conversations as its API writes them, each with its `messages`
 * (https://docs.crisp.chat/references/rest-api/v1/). Events are left out; of a form or a carousel, its text stays.
 */
export const crisp: Source = {
  lists: ['data', 'conversations'],
  conversation: (record) => {
    if (!('messages' in record)) return null;
    const id = asText(record['session_id']);
    const { nickname, email, subject, segments, data } = asObject(record['meta']);
    if (!id) throw new RecordFault('it has no session_id');
    const person = { id, name: asText(nickname) || null, email: asText(email) || null };
    const isClosed = asText(record['state']) === 'resolved' || record['status'] === 2;
    return conversationOf({
      id,
      subject: asText(subject),
      isClosed,
      isMail: false,
      closedAt: isClosed ? timeOf(record['updated_at']) : null,
      person,
      assignee: null,
      labels: Array.isArray(segments) ? segments.map(asText) : [],
      // Its data is of the person; it has no ratings.
      personFields: fieldsOf(data),
      messages: listOf(record['messages'])
        .filter(({ type }) => type !== 'event')
        .map((message) => {
          const { type, from, content, user } = message;
          const { nickname: author, user_id } = asObject(user);
          const said = asObject(content);
          const isFile = withFile.has(asText(type));
          return {
            id: asText(message['fingerprint']),
            at: timeOf(message['timestamp']),
            by: from === 'user' ? ('person' as const) : ('staff' as const),
            author:
              from === 'user' ? person : { id: asText(user_id), name: asText(author) || null, email: null },
            isNote: type === 'note',
            text: isFile ? '' : (asText(content) || asText(said['text'])).trim(),
            files: isFile ? [asText(said['name']) || fileNameOf(asText(said['url'])) || asText(type)] : [],
          };
        }),
    });
  },
};
