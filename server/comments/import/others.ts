import { markdownOf } from './html.ts';
import { createNotes } from '../../core/importing/notes.ts';
import { asNumber, asObject, asText, readLines, readValues } from '../../core/importing/json.ts';
import {
  type CommentRecord,
  type ImportRecord,
  nameFor,
  readDate,
  type RecordOptions,
  refused,
  refusedDate,
} from './record.ts';

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** Isso's generic JSON (https://isso-comments.de/docs/reference/migration/): threads by path with their comments. */
export async function* readIsso(
  chunks: AsyncIterable<string>,
  { zone, notes }: RecordOptions,
): AsyncGenerator<ImportRecord> {
  for await (const { value } of readValues(chunks, ['$.*'], notes)) {
    const thread = asObject(value);
    const url = asText(thread['id']);
    if (!url) {
      yield refused('a thread', 'it has no id');
      continue;
    }
    const title = decode(asText(thread['title']));
    yield { kind: 'page', url, title };
    const seen = new Set<string>();
    for (const [index, one] of (Array.isArray(thread['comments']) ? thread['comments'] : []).entries()) {
      const comment = asObject(one);
      const row = `comment ${index + 1} of ${url}`;
      const at = readDate(asText(comment['created']), zone);
      if (at === null) {
        yield refusedDate(row, asText(comment['created']));
        continue;
      }
      // Ids count within their thread, and not always.
      const given = asText(comment['id']);
      const number = given && !seen.has(given) ? given : `#${index}`;
      seen.add(given);
      const parent = asText(comment['parent']);
      yield {
        kind: 'comment',
        row,
        page: { url, title },
        source: `isso:${url}:${number}`,
        parent: parent ? `isso:${url}:${parent}` : null,
        state: 'approved',
        name: asText(comment['author']),
        email: asText(comment['email']) || null,
        website: asText(comment['website']) || null,
        body: markdownOf(asText(comment['text'])),
        up: asNumber(comment['likes']),
        down: asNumber(comment['dislikes']),
        at,
        extra: { html: asText(comment['text']), address: asText(comment['remote_addr']) },
      };
    }
  }
}

/**
 * Commento's export, version 1: comments name their writers, who stand behind them in the file, so that it is read
 * twice.
 */
export async function* readCommento(
  first: () => AsyncIterable<string>,
  second: () => AsyncIterable<string>,
  { zone, notes }: RecordOptions,
): AsyncGenerator<ImportRecord> {
  const people = new Map<string, Record<string, unknown>>();
  for await (const { value } of readValues(first(), ['$.commenters.*'], createNotes())) {
    const person = asObject(value);
    people.set(asText(person['commenterHex']), person);
  }
  for await (const { value } of readValues(second(), ['$.comments.*'], notes)) {
    const comment = asObject(value);
    const hex = asText(comment['commentHex']);
    const row = `comment ${hex || '(no id)'}`;
    const path = asText(comment['url']);
    const domain = asText(comment['domain']);
    const at = readDate(asText(comment['creationDate']), zone);
    if (!hex || !path) {
      yield refused(row, hex ? 'it has no page' : 'it has no id');
      continue;
    }
    if (at === null) {
      yield refusedDate(row, asText(comment['creationDate']));
      continue;
    }
    const person = people.get(asText(comment['commenterHex']));
    const parent = asText(comment['parentHex']);
    const score = Number(comment['score']) || 0;
    const state = asText(comment['state']);
    yield {
      kind: 'comment',
      row,
      page: { url: /^https?:\/\//i.test(path) || !domain ? path : `https://${domain}${path}` },
      source: `commento:${hex}`,
      parent: parent && parent !== 'root' ? `commento:${parent}` : null,
      state:
        comment['deleted'] === true
          ? 'deleted'
          : state === 'unapproved'
            ? 'pending'
            : state === 'flagged'
              ? 'spam'
              : 'approved',
      name: asText(person?.['name']),
      email: asText(person?.['email']) || null,
      website: asText(person?.['link']) || null,
      body: asText(comment['markdown']) || markdownOf(asText(comment['html'])),
      up: Math.max(0, score),
      down: Math.max(0, -score),
      at,
      extra: { commenter: asText(comment['commenterHex']), moderator: person?.['isModerator'] === true },
    };
  }
}

/** Remark42's backup (https://remark42.com/docs/backup/): a line of what it is, then a comment a line. */
export async function* readRemark(
  chunks: AsyncIterable<string>,
  { zone, notes }: RecordOptions,
): AsyncGenerator<ImportRecord> {
  for await (const { line, value } of readLines(chunks, notes)) {
    const comment = asObject(value);
    if (!('locator' in comment)) continue;
    const row = `line ${line}`;
    const url = asText(asObject(comment['locator'])['url']);
    const user = asObject(comment['user']);
    const at = readDate(asText(comment['time']), zone);
    const id = asText(comment['id']);
    if (!id || !url) {
      yield refused(row, id ? 'it has no page' : 'it has no id');
      continue;
    }
    if (at === null) {
      yield refusedDate(row, asText(comment['time']));
      continue;
    }
    const votes = Object.values(asObject(comment['votes']));
    const score = Number(comment['score']) || 0;
    const parent = asText(comment['pid']);
    const edited = readDate(asText(asObject(comment['edit'])['time']), zone);
    yield {
      kind: 'comment',
      row,
      page: { url, title: asText(comment['title']) },
      source: `remark42:${id}`,
      parent: parent ? `remark42:${parent}` : null,
      state: comment['delete'] === true ? 'deleted' : 'approved',
      name: asText(user['name']),
      email: null,
      website: null,
      body: asText(comment['orig']) || markdownOf(asText(comment['text'])),
      up: votes.length ? votes.filter((vote) => vote === true).length : Math.max(0, score),
      down: votes.length ? votes.filter((vote) => vote === false).length : Math.max(0, -score),
      at,
      editedAt: edited,
      extra: { html: asText(comment['text']), user: asText(user['id']), pinned: comment['pin'] === true },
    };
  }
}

/** Artalk's exchange format (Artrans, https://artalk.js.org/en/guide/transfer.html): one array of comments. */
export async function* readArtrans(
  chunks: AsyncIterable<string>,
  { zone, notes }: RecordOptions,
): AsyncGenerator<ImportRecord> {
  let place = 0;
  for await (const { value } of readValues(chunks, ['$.*'], notes)) {
    const comment = asObject(value);
    const row = `comment ${++place}`;
    const id = asText(comment['id']);
    const url = asText(comment['page_key']);
    const at = readDate(asText(comment['created_at']), zone);
    if (!id || !url) {
      yield refused(row, id ? 'it has no page' : 'it has no id');
      continue;
    }
    if (at === null) {
      yield refusedDate(row, asText(comment['created_at']));
      continue;
    }
    const parent = asText(comment['rid']);
    const edited = readDate(asText(comment['updated_at']), zone);
    yield {
      kind: 'comment',
      row,
      page: { url, title: asText(comment['page_title']) },
      source: `artalk:${asText(comment['site_name'])}:${id}`,
      parent: parent && parent !== '0' ? `artalk:${asText(comment['site_name'])}:${parent}` : null,
      state: `${comment['is_pending']}` === 'true' ? 'pending' : 'approved',
      name: asText(comment['nick']),
      email: asText(comment['email']) || null,
      website: asText(comment['link']) || null,
      body: asText(comment['content']),
      up: asNumber(comment['vote_up']),
      down: asNumber(comment['vote_down']),
      at,
      editedAt: edited !== null && edited > at ? edited : null,
      extra: {
        address: asText(comment['ip']),
        agent: asText(comment['ua']),
        badge: asText(comment['badge_name']),
      },
    };
  }
}

/** A table with a header; what it must have is `url`, `date` and `text`. */
export const csvRecord = (
  cells: Record<string, string>,
  line: number,
  options: RecordOptions,
): CommentRecord | ReturnType<typeof refused> => {
  const row = `line ${line}`;
  const read = (...names: string[]): string => {
    for (const name of names) if (cells[name]) return cells[name];
    return '';
  };
  const url = read('url', 'page', 'link');
  const date = read('date', 'created_at', 'created', 'time');
  const at = readDate(date, options.zone);
  if (!url) return refused(row, 'it has no url');
  if (at === null) return refusedDate(row, date);
  const state = read('state', 'status') || 'approved';
  if (!['approved', 'pending', 'spam', 'deleted'].includes(state))
    return refused(row, `its state “${state}” is unknown`);
  const id = read('id') || `line-${line}`;
  const parent = read('parent', 'parent_id');
  return {
    kind: 'comment',
    row,
    page: { url, title: read('title'), name: nameFor(options, read('identifier', 'page_id')) },
    source: `csv:${url}:${id}`,
    parent: parent ? `csv:${url}:${parent}` : null,
    state: state as CommentRecord['state'],
    name: read('name', 'author'),
    email: read('email') || null,
    website: read('website') || null,
    body: read('text', 'body', 'comment', 'message'),
    up: asNumber(read('up', 'likes')),
    down: asNumber(read('down', 'dislikes')),
    at,
  };
};
