import { markdownOf } from './html.ts';
import { takeOwn } from './own.ts';
import {
  type CommentRecord,
  type ImportRecord,
  nameFor,
  readDate,
  type RecordOptions,
  refused,
  refusedDate,
} from './record.ts';
import { attributeOf, child, type Node, readElements, textOf, wordsOf } from './xml.ts';

/** Our own record of what was taken out, if it came from here. @param text the record as it stands in the file */
export const readOwnText = (text: string, row: string): ImportRecord => {
  try {
    return takeOwn(JSON.parse(text), row);
  } catch {
    return refused(row, 'it is no record of ours: it is no JSON');
  }
};

/** The record that goes with an element of another system's. */
export const ownRecord = (node: Node, row: string): ImportRecord | undefined => {
  const text = textOf(node, 'record', 'foyer');
  return text ? readOwnText(text, row) : undefined;
};

/** Elements that are ours alone: what the other system has no place for. */
export const ourElement = 'more';

const stateOf = (post: Node): CommentRecord['state'] => {
  if (textOf(post, 'isDeleted') === 'true') return 'deleted';
  if (textOf(post, 'isSpam') === 'true') return 'spam';
  return textOf(post, 'isApproved') === 'false' ? 'pending' : 'approved';
};

/**
 * Disqus' export (https://help.disqus.com/en/articles/1717164-comments-export): threads, then posts that name their
 * thread and their parent by number. A thread without an address is none; one without an id of its own is.
 */
export async function* readDisqus(
  chunks: AsyncIterable<string>,
  options: RecordOptions,
): AsyncGenerator<ImportRecord> {
  const threads = new Map<string, { url: string; title: string; name: string | undefined }>();
  for await (const node of readElements(chunks, new Set(['thread', 'post', ourElement]), options.notes)) {
    if (node.name === ourElement) {
      if (node.prefix === 'foyer') yield readOwnText(node.text, 'an element of ours');
      continue;
    }
    const number = attributeOf(node, 'id');
    if (node.name === 'thread') {
      const url = textOf(node, 'link');
      const name = nameFor(options, textOf(node, 'id'));
      const title = textOf(node, 'title');
      threads.set(number, { url, title, name });
      if (!url && name === undefined) continue;
      const at = readDate(textOf(node, 'createdAt'), options.zone);
      yield ownRecord(node, `thread ${number}`) ?? {
        kind: 'page',
        url,
        name,
        title,
        open: textOf(node, 'isClosed') === 'true' ? false : null,
        ...(at !== null && { at }),
        extra: { disqus: { thread: number, id: textOf(node, 'id') } },
      };
      continue;
    }
    const row = `post ${number}`;
    const own = ownRecord(node, row);
    if (own) {
      yield own;
      continue;
    }
    const page = threads.get(attributeOf(child(node, 'thread'), 'id'));
    const at = readDate(textOf(node, 'createdAt'), options.zone);
    if (!page || (!page.url && page.name === undefined)) {
      const thread = attributeOf(child(node, 'thread'), 'id') || '(none)';
      yield refused(row, `its thread ${thread} ${page ? 'has no address' : 'is not in the file'}`);
      continue;
    }
    if (at === null) {
      yield refusedDate(row, textOf(node, 'createdAt'));
      continue;
    }
    const author = child(node, 'author');
    const html = wordsOf(child(node, 'message'));
    const parent = attributeOf(child(node, 'parent'), 'id');
    yield {
      kind: 'comment',
      row,
      page,
      source: `disqus:${number}`,
      parent: parent ? `disqus:${parent}` : null,
      state: stateOf(node),
      name: author ? textOf(author, 'name') : '',
      email: (author && textOf(author, 'email')) || null,
      website: null,
      body: markdownOf(html),
      up: 0,
      down: 0,
      at,
      extra: {
        html,
        address: textOf(node, 'ipAddress'),
        ...(author && {
          username: textOf(author, 'username'),
          anonymous: textOf(author, 'isAnonymous') === 'true',
        }),
      },
    };
  }
}
