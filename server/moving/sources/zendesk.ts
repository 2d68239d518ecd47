import { asObject, asText } from '../../core/importing/json.ts';
import { type MovedMessage, type MovedPerson, type Explained, RecordFault, type Source } from '../shape.ts';
import { conversationOf, fieldOf, fieldsOf, listOf, personOf, textOfHtml, timeOf } from './values.ts';

/** Somebody of a ticket: as an object in it, or by the ID that a list of users explains. */
const memberOf = (
  ticket: Record<string, unknown>,
  role: string,
  people: Explained['people'],
): MovedPerson | null => {
  const id = asText(ticket[`${role}_id`]);
  return personOf(ticket[role]) ?? people.get(id) ?? (id ? { id, name: null, email: null } : null);
};

const commentOf = (
  comment: Record<string, unknown>,
  requester: MovedPerson,
  known: ReadonlyMap<string, MovedPerson>,
  people: Explained['people'],
): Omit<MovedMessage, 'at'> & { at: number | null } => {
  const id = asText(comment['author_id']);
  const listed = people.get(id);
  const isPerson = id === requester.id || listed?.isStaff === false;
  return {
    id: asText(comment['id']),
    at: timeOf(comment['created_at']),
    by: isPerson ? 'person' : 'staff',
    author:
      known.get(id) ?? listed ?? personOf(comment['author']) ?? (id ? { id, name: null, email: null } : null),
    isNote: comment['public'] === false,
    text:
      asText(comment['plain_body']).trim() ||
      asText(comment['body']).trim() ||
      textOfHtml(asText(comment['html_body'])),
    files: listOf(comment['attachments'])
      .map(({ file_name }) => asText(file_name))
      .filter(Boolean),
  };
};

/** Good or bad, with or without a comment; “offered” is a question without an answer. */
const ratingOf = (ticket: Record<string, unknown>) => {
  const { score, comment, reason, created_at, updated_at } = asObject(ticket['satisfaction_rating']);
  const [, word] = /^(good|bad)(?:_with_comment)?$/.exec(asText(score)) ?? [];
  const said = [asText(comment).trim(), asText(reason).trim()].filter(Boolean).join('\n');
  return {
    rating: word
      ? {
          scale: 'thumbs' as const,
          value: word === 'good' ? 2 : 1,
          comment: said,
          at: timeOf(updated_at ?? created_at),
        }
      : null,
    isRatingAsked: word !== undefined || score === 'offered',
  };
};

/**
 * Zendesk: tickets as its JSON export writes them, one a line with their `comments`, or as its API lists them
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/). Users explain who wrote a comment.
 */
export const zendesk: Source = {
  lists: ['tickets', 'users', 'ticket_fields'],
  person: (record) => {
    const { role } = record;
    if (typeof role !== 'string' || 'comments' in record || 'status' in record) return null;
    const person = personOf(record);
    return person && { ...person, isStaff: role !== 'end-user', fields: fieldsOf(record['user_fields']) };
  },
  field: (record) => {
    const [id, name] = [asText(record['id']), asText(record['title']).trim()];
    return id && name && !('status' in record) && !('role' in record) ? { id, name } : null;
  },
  conversation: (record, { people, fields }) => {
    if (!('status' in record)) return null;
    const requester = memberOf(record, 'requester', people);
    if (!requester) throw new RecordFault('it names no requester');
    const assignee = memberOf(record, 'assignee', people);
    const known = new Map(
      [requester, assignee, memberOf(record, 'submitter', people)]
        .filter((one) => one !== null)
        .map((one) => [one.id, one]),
    );
    const comments = listOf(record['comments']).map((comment) =>
      commentOf(comment, requester, known, people),
    );
    const status = asText(record['status']);
    const isClosed = status === 'solved' || status === 'closed';
    return conversationOf({
      id: asText(record['id']),
      subject: asText(record['subject']) || asText(record['raw_subject']),
      isClosed,
      isMail: asText(asObject(record['via'])['channel']) === 'email',
      closedAt: isClosed ? timeOf(record['solved_at'] ?? record['updated_at']) : null,
      person: requester,
      assignee,
      labels: Array.isArray(record['tags']) ? record['tags'].map(asText) : [],
      ...ratingOf(record),
      fields: listOf(record['custom_fields'] ?? record['fields']).flatMap(({ id, value }) =>
        fieldOf(fields.get(asText(id)) ?? `Field ${asText(id)}`, value),
      ),
      personFields:
        people.get(requester.id)?.fields ?? fieldsOf(asObject(record['requester'])['user_fields']),
      messages: comments.length
        ? comments
        : [
            {
              id: 'description',
              at: timeOf(record['created_at']),
              by: 'person',
              author: requester,
              isNote: false,
              text: asText(record['description']).trim(),
              files: [],
            },
          ],
    });
  },
};
