import { ourElement, ownRecord, readOwnText } from './disqus.ts';
import { markdownOf } from './html.ts';
import { type ImportRecord, readDate, refused } from './record.ts';
import { type Node, readElements, textOf } from './xml.ts';

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

const commentOf = (node: Node, page: { url: string; title: string }, post: string): ImportRecord => {
  const number = textOf(node, 'comment_id');
  const row = `comment ${number || '(no id)'} of ${page.url}`;
  const own = ownRecord(node, row);
  if (own) return own;
  const at = readDate(textOf(node, 'comment_date_gmt') || textOf(node, 'comment_date'));
  const state = states[textOf(node, 'comment_approved') || '1'];
  if (!number) return refused(row, 'it has no id');
  if (at === null) return refused(row, 'it has no date');
  if (!state) return refused(row, `its state “${textOf(node, 'comment_approved')}” is unknown`);
  const html = textOf(node, 'comment_content');
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
export async function* readWxr(chunks: AsyncIterable<string>): AsyncGenerator<ImportRecord> {
  for await (const item of readElements(chunks, new Set(['item', ourElement]))) {
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
    const post = textOf(item, 'post_id') || url;
    const at = readDate(textOf(item, 'post_date_gmt') || textOf(item, 'pubDate'));
    yield ownRecord(item, `item ${url}`) ?? {
      kind: 'page',
      url,
      title,
      open: textOf(item, 'comment_status') === 'closed' ? false : null,
      ...(at !== null && { at }),
      extra: { wordpress: { post } },
    };
    for (const comment of comments) yield commentOf(comment, { url, title }, post);
  }
}
