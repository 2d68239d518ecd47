/** @jsxImportSource hono/jsx */
import { listAllPages, type PageRow } from '../queries/pages.ts';
import { listAllComments } from '../queries/exports.ts';
import type { CommentRow } from '../queries/comments.ts';
import { readFile } from 'node:fs/promises';
import type { Attachment } from '../../../shared/core/content/attachments.ts';
import type { Context } from '../../context.ts';
import { findAttachment } from '../../core/content/attachments/queries.ts';
import { attachmentPath } from '../../core/content/attachments/store.ts';
import { Rich } from '../../core/pages/layout.tsx';
import type { Site } from '../../core/people/sites/sites.ts';
import { type FollowerRow, listAllFollowers } from '../queries/followers.ts';

export const exportFormats = ['foyer', 'wxr', 'disqus'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Rows read at a time: a large site takes no more memory than a small one. */
const batchSize = 500;

const sourceOf = ({ id, source }: Pick<CommentRow, 'id' | 'source'>): string => source ?? `foyer:${id}`;

const withoutOurs = (extra: Record<string, unknown> | null): Record<string, unknown> | undefined => {
  const { parent: _, state: __, ...rest } = extra ?? {};
  return Object.keys(rest).length ? rest : undefined;
};

const pageLine = (page: PageRow): string =>
  JSON.stringify({
    kind: 'page',
    url: page.url,
    ...(page.key.startsWith('=') && { name: page.key.slice(1) }),
    title: page.title,
    open: page.open,
    at: page.createdAt,
    ...(page.extra && { extra: page.extra }),
  });

const commentLine = (page: PageRow, row: CommentRow, parent: string | null): string =>
  JSON.stringify({
    kind: 'comment',
    id: row.id,
    page: { url: page.url, ...(page.key.startsWith('=') && { name: page.key.slice(1) }) },
    source: sourceOf(row),
    parent,
    state: row.state,
    reason: row.reason,
    byStaff: row.authorKind === 'staff',
    verified: row.verified,
    name: row.name,
    email: row.email,
    website: row.website,
    body: row.body,
    language: row.language,
    up: row.up,
    down: row.down,
    at: row.createdAt,
    editedAt: row.editedAt,
    extra: withoutOurs(row.extra),
  });

const followerLine = (page: PageRow, row: FollowerRow): string =>
  JSON.stringify({
    kind: 'follower',
    page: { url: page.url, ...(page.key.startsWith('=') && { name: page.key.slice(1) }) },
    id: row.id,
    comment: row.commentId,
    email: row.email,
    language: row.language,
    daily: row.daily,
    toldAt: row.toldAt,
    confirmedAt: row.confirmedAt,
    endedAt: row.endedAt,
    at: row.createdAt,
  });

/** Text as XML 1.0 holds it: what it has no character for is left out. */
const xml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The whole record in an element of ours: other systems pass over it, and nothing is lost on the way back. */
const record = (line: string): string =>
  `<foyer:record>${xml(line.replace(/[\ufffe\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`))}</foyer:record>`;

/** Data that other systems have no place for at all. */
const more = (line: string): string => `<foyer:more>${xml(line)}</foyer:more>\n`;

const stamp = (at: number): string => new Date(at).toISOString();
const sqlStamp = (at: number): string => stamp(at).slice(0, 19).replace('T', ' ');
const html = (row: CommentRow): string => String(<Rich nodes={row.rich} />);

interface Writer {
  head(): string;
  page(page: PageRow, number: number): string;
  comment(
    page: PageRow,
    row: CommentRow,
    number: number,
    parent: { source: string; number: number } | null,
    of: number,
  ): string;
  pageEnd(): string;
  /** Pictures and followers, behind their page. */
  more(line: string): string;
  foot(): string;
}

const writers: Record<ExportFormat, (site: Site) => Writer> = {
  foyer: () => ({
    head: () => `{"kind":"foyer","version":1}\n`,
    page: (page) => `${pageLine(page)}\n`,
    comment: (page, row, _, parent) => `${commentLine(page, row, parent?.source ?? null)}\n`,
    pageEnd: () => '',
    more: (line) => `${line}\n`,
    foot: () => '',
  }),
  wxr: (site) => ({
    head: () => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:foyer="urn:foyer:comments">
<channel><title>${xml(site.name)}</title><wp:wxr_version>1.2</wp:wxr_version>
`,
    page: (
      page,
      number,
    ) => `<item><title>${xml(page.title)}</title><link>${xml(page.url)}</link><pubDate>${new Date(page.createdAt).toUTCString()}</pubDate><wp:post_id>${number}</wp:post_id><wp:post_date_gmt>${sqlStamp(page.createdAt)}</wp:post_date_gmt><wp:comment_status>${page.open === false ? 'closed' : 'open'}</wp:comment_status><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${record(pageLine(page))}
`,
    comment: (page, row, number, parent) =>
      `<wp:comment><wp:comment_id>${number}</wp:comment_id><wp:comment_author>${xml(row.name)}</wp:comment_author><wp:comment_author_email>${xml(row.email ?? '')}</wp:comment_author_email><wp:comment_author_url>${xml(row.website ?? '')}</wp:comment_author_url><wp:comment_date_gmt>${sqlStamp(row.createdAt)}</wp:comment_date_gmt><wp:comment_content>${xml(html(row))}</wp:comment_content><wp:comment_approved>${{ approved: '1', pending: '0', spam: 'spam', deleted: 'trash' }[row.state]}</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>${parent?.number ?? 0}</wp:comment_parent>${record(commentLine(page, row, parent?.source ?? null))}</wp:comment>
`,
    pageEnd: () => '</item>\n',
    more,
    foot: () => '</channel></rss>\n',
  }),
  disqus: () => ({
    head: () =>
      `<?xml version="1.0" encoding="utf-8"?>\n<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals" xmlns:foyer="urn:foyer:comments">\n`,
    page: (page, number) =>
      `<thread dsq:id="p${number}"><id>${xml(page.key)}</id><link>${xml(page.url)}</link><title>${xml(page.title)}</title><createdAt>${stamp(page.createdAt)}</createdAt><isClosed>${page.open === false}</isClosed><isDeleted>false</isDeleted>${record(pageLine(page))}</thread>\n`,
    comment: (page, row, number, parent, of) =>
      `<post dsq:id="${number}"><id/><message>${xml(html(row))}</message><createdAt>${stamp(row.createdAt)}</createdAt><isDeleted>${row.state === 'deleted'}</isDeleted><isSpam>${row.state === 'spam'}</isSpam><isApproved>${row.state === 'approved'}</isApproved><author><name>${xml(row.name)}</name><email>${xml(row.email ?? '')}</email><isAnonymous>true</isAnonymous></author><thread dsq:id="p${of}"/>${parent ? `<parent dsq:id="${parent.number}"/>` : ''}${record(commentLine(page, row, parent?.source ?? null))}</post>\n`,
    pageEnd: () => '',
    more,
    foot: () => '</disqus>\n',
  }),
};

/** A picture with its bytes; null where they are gone. */
const pictureLine = async (
  ctx: Context,
  siteId: string,
  comment: string,
  { id, name, size }: Attachment,
): Promise<string | null> => {
  const row = await findAttachment(ctx, siteId, id);
  const file = attachmentPath(ctx.config.dataDirectory, siteId, id);
  try {
    const data = await readFile(file, 'base64');
    return row && JSON.stringify({ kind: 'picture', id, comment, name, size, at: row.createdAt, data });
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
    return null;
  }
};

/**
 * Takes a site's comments out, page by page, with what other systems have no place for in an element of ours: taken in
 * again they are what they were, pictures with their bytes and who follows a page included. Visitors' secrets and who
 * they are here stay here.
 * @returns how many were written, and pictures whose bytes are gone from the data folder
 */
export const exportComments = async (
  ctx: Context,
  site: Site,
  format: ExportFormat,
  write: (text: string) => Promise<void>,
): Promise<{ pages: number; comments: number; pictures: number; missing: string[] }> => {
  const writer = writers[format](site);
  let pages = 0;
  let written = 0;
  let pictures = 0;
  const missing: string[] = [];
  await write(writer.head());
  for (let after = ''; ; ) {
    const found = await listAllPages(ctx, site.id, after, batchSize);
    for (const page of found) {
      pages++;
      await write(writer.page(page, pages));
      /** Of the page's comments so far: what a reply names. */
      const numbers = new Map<string, { source: string; number: number }>();
      const late: CommentRow[] = [];
      /** Of the page's comments, with whose they are. */
      const shown: { comment: string; file: Attachment }[] = [];
      const put = async (row: CommentRow): Promise<void> => {
        const number = ++written;
        for (const file of row.files ?? []) shown.push({ comment: row.id, file });
        numbers.set(row.id, { source: sourceOf(row), number });
        const parent = row.parentId === null ? null : (numbers.get(row.parentId) ?? null);
        await write(writer.comment(page, row, number, parent, pages));
      };
      for (let place: { at: number; id: string } | null = null; ; ) {
        const rows = await listAllComments(ctx, site.id, page.id, place, batchSize);
        for (const row of rows) {
          // A clock that was wrong elsewhere: a reply from before what it answers comes behind it.
          if (row.parentId !== null && !numbers.has(row.parentId)) late.push(row);
          else await put(row);
        }
        const last = rows.at(-1);
        if (!last || rows.length < batchSize) break;
        place = { at: last.createdAt, id: last.id };
      }
      for (let left = late; left.length; ) {
        const isReady = ({ parentId }: (typeof left)[number]) => parentId !== null && numbers.has(parentId);
        const ready = left.filter(isReady);
        const rest = left.filter((row) => !isReady(row));
        for (const row of ready.length ? ready : rest) await put(row);
        left = ready.length ? rest : [];
      }
      await write(writer.pageEnd());
      for (const { comment, file } of shown) {
        const line = await pictureLine(ctx, site.id, comment, file);
        if (line) await write(writer.more(line));
        if (line) pictures++;
        else missing.push(file.id);
      }
      for (const follower of await listAllFollowers(ctx, site.id, page.id))
        await write(writer.more(followerLine(page, follower)));
    }
    const last = found.at(-1);
    if (!last || found.length < batchSize) break;
    after = last.key;
  }
  await write(writer.foot());
  return { pages, comments: written, pictures, missing };
};
