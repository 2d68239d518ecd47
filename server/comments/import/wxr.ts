import { ourElement, ownRecord, readOwnText } from './disqus.ts';
import { markdownOf } from './html.ts';
import { type ImportRecord, nameFor, readDate, type RecordOptions, refused, refusedDate } from './record.ts';
import { child, type Node, readElements, textOf, wordsOf } from './xml.ts';

const states: Record<string, 'approved' | 'pending' | 'spam' | 'deleted'> = {
  '1': 'approved',
  approve: 'approved',
  approved: 'approved',
  '0': 'pending',
  hold: 'pending',
  spam: 'spam',
  trash: 'deleted',
  'post-trashed': 'deleted',
};

/** When something was, by its time in Greenwich or by the site's own clock. WordPress writes zeros for none. */
const dateOf = (node: Node, gmt: string, local: string, zone: string): number | null => {
  const known = textOf(node, gmt);
  return known && !known.startsWith('0000') ? readDate(known) : readDate(textOf(node, local), zone);
};

interface Post {
  page: { url: string; title: string; name: string | undefined };
  /** Its number, or its address. */
  id: string;
}

const commentOf = (node: Node, { page, id: post }: Post, options: RecordOptions): ImportRecord => {
  const number = textOf(node, 'comment_id');
  const row = `comment ${number || '(no id)'} of ${page.url}`;
  const own = ownRecord(node, row);
  if (own) return own;
  const at = dateOf(node, 'comment_date_gmt', 'comment_date', options.zone);
  const state = states[textOf(node, 'comment_approved') || '1'];
  if (!number) return refused(row, 'it has no id');
  if (at === null) return refusedDate(row, textOf(node, 'comment_date_gmt') || textOf(node, 'comment_date'));
  if (!state) return refused(row, `its state “${textOf(node, 'comment_approved')}” is unknown`);
  const html = wordsOf(child(node, 'comment_content')).trim();
  const parent = textOf(node, 'comment_parent');
  const type = textOf(node, 'comment_type');
  return {
    kind: 'comment',
    row,
    page,
    source: `wordpress:${post}:${number}`,
    parent: parent && parent !== '0' ? `wordpress:${post}:${parent}` : null,
    state,
    name: textOf(node, 'comment_author'),
    email: textOf(node, 'comment_author_email') || null,
    website: textOf(node, 'comment_author_url') || null,
    body: markdownOf(html),
    up: 0,
    down: 0,
    at,
    extra: {
      html,
      address: textOf(node, 'comment_author_IP'),
      user: textOf(node, 'comment_user_id'),
      // A pingback stays one: it is a comment of a machine.
      ...(type && { type }),
    },
  };
};

/** WordPress' export (WXR, https://github.com/WordPress/wordpress-importer): items with their comments inside. */
export async function* readWxr(
  chunks: AsyncIterable<string>,
  options: RecordOptions,
): AsyncGenerator<ImportRecord> {
  for await (const item of readElements(chunks, new Set(['item', ourElement]), options.notes)) {
    if (item.name === ourElement) {
      if (item.prefix === 'foyer') yield readOwnText(item.text, 'an element of ours');
      continue;
    }
    const url = textOf(item, 'link');
    const title = textOf(item, 'title');
    const comments = item.children.filter(({ name }) => name === 'comment');
    if (!url) {
      for (const comment of comments)
        yield refused(`comment ${textOf(comment, 'comment_id')}`, 'its page has no address');
      continue;
    }
    const id = textOf(item, 'post_id') || url;
    const name = nameFor(options, textOf(item, 'post_id'));
    const at = dateOf(item, 'post_date_gmt', 'post_date', options.zone) ?? readDate(textOf(item, 'pubDate'));
    yield ownRecord(item, `item ${url}`) ?? {
      kind: 'page',
      url,
      name,
      title,
      open: textOf(item, 'comment_status') === 'closed' ? false : null,
      ...(at !== null && { at }),
      extra: { wordpress: { post: id } },
    };
    for (const comment of comments) yield commentOf(comment, { page: { url, title, name }, id }, options);
  }
}
