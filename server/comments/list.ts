import { bytesHeld } from '../core/bytesHeld.ts';
import { findPage, type PageRow } from './queries/pages.ts';
import type {
  Comment,
  CommentList,
  CommentRules,
  ListQuery,
  CommentChanges,
  ThreadReply,
} from '../../shared/comments/schema.ts';
import type { Context } from '../context.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { cachedReply } from '../core/http/cache/cachedReply.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { BoundedMap } from '../core/boundedMap.ts';
import { toCommentView } from './views.ts';
import { identifyPage, type PageIdentity } from './identity.ts';
import {
  type CommentRow,
  findComment,
  findComments,
  listChanged,
  listReplies,
  listPinned,
  listRoots,
  type ListPlace,
} from './queries/comments.ts';
import { isOpen } from './rules.ts';

/** Threads, and replies in them, that one list holds. */
const maxThreads = 30;
const maxReplies = 200;
/** Replies that are added to a thread at once. */
const restSize = 100;
/** Changes that are told one by one. */
const maxChanges = 100;
/** Maximum of cached lists over all sites; the least recently used are evicted first. */
const maxLists = 500;

/** Which page is meant. @throws Failure `invalid` for what is no address; `not_found` where there are no comments */
export const pageOf = (site: Site, given: { url: string; page?: string | undefined }): PageIdentity => {
  if (!site.settings.features.comments) throw notFound();
  const found = identifyPage(site.settings.comments.page, given.url, given.page);
  if (!found) throw new Failure('invalid', 'A field isn’t valid.', { fields: { url: 'invalid' } });
  return found;
};

const rulesOf = ({ settings: { comments } }: Site): CommentRules => ({
  depth: comments.depth,
  sort: comments.sort,
  votes: comments.votes,
  name: comments.name,
  email: comments.email,
  pictures: comments.pictures,
  note: comments.note,
});

const placeText = (row: CommentRow): string => `${row.up - row.down}.${row.createdAt.toString(36)}.${row.id}`;

const readPlace = (text: string | undefined): ListPlace | null => {
  const [, score, at = '', id] = /^(-?\d{1,9})\.([0-9a-z]{1,10})\.([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  if (text !== undefined && !id)
    throw new Failure('invalid', 'A field isn’t valid.', { fields: { after: 'invalid' } });
  return id ? { score: Number(score), at: Number.parseInt(at, 36), id } : null;
};

/** Rows with those that they answer, which stand as deleted when they are not there for everybody. */
const withParents = async (ctx: Context, siteId: string, rows: CommentRow[]): Promise<CommentRow[]> => {
  const known = new Map(rows.map((row) => [row.id, row]));
  for (;;) {
    const missing = [...known.values()].flatMap(({ parentId }) =>
      parentId !== null && !known.has(parentId) ? [parentId] : [],
    );
    if (missing.length === 0) break;
    const found = await findComments(ctx, siteId, [...new Set(missing)]);
    for (const row of found) known.set(row.id, row);
    // A parent that is nowhere: its reply stands by itself.
    if (found.length === 0) break;
  }
  return [...known.values()].sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1));
};

const grouped = (roots: readonly CommentRow[], rows: readonly CommentRow[]): Comment[] => {
  const threads = new Map<string, CommentRow[]>(roots.map((root) => [root.id, [root]]));
  for (const row of rows) if (row.id !== row.rootId) threads.get(row.rootId)?.push(row);
  return [...threads.values()].flat().map(toCommentView);
};

const makeList = async (
  ctx: Context,
  site: Site,
  identity: PageIdentity,
  page: PageRow | null,
  { sort = site.settings.comments.sort, after, with: wanted }: ListQuery,
): Promise<CommentList> => {
  const place = readPlace(after);
  const found = page ? await listRoots(ctx, site.id, page.id, sort, place, maxThreads + 1) : [];
  const pinned = page && place === null ? await listPinned(ctx, site.id, page.id) : [];
  const roots = [...pinned, ...found.slice(0, maxThreads)];
  const linked = wanted !== undefined && page ? await findComment(ctx, site.id, wanted) : null;
  if (linked?.pageId === page?.id && linked && !roots.some(({ id }) => id === linked.rootId)) {
    const root = await findComment(ctx, site.id, linked.rootId);
    if (root && (root.state === 'approved' || root.replies > 0)) roots.unshift(root);
  }
  const ids = roots.map(({ id }) => id);
  const replies = ids.length ? await listReplies(ctx, site.id, ids, maxReplies) : [];
  const linkedReplies =
    linked && ids.includes(linked.rootId) && !replies.some(({ id }) => id === linked.id)
      ? await listReplies(ctx, site.id, [linked.rootId], maxReplies * 5)
      : [];
  const rows = await withParents(ctx, site.id, [
    ...roots,
    ...replies,
    ...linkedReplies.filter((row) => !replies.some(({ id }) => id === row.id)),
  ]);
  const more: Record<string, number> = {};
  for (const root of roots) {
    const shown = rows.filter(
      (row) => row.rootId === root.id && row.id !== root.id && row.state === 'approved',
    ).length;
    if (root.replies > shown) more[root.id] = root.replies - shown;
  }
  const last = found.length > maxThreads ? (found[maxThreads - 1] ?? null) : null;
  return {
    page: {
      url: page?.url ?? identity.url,
      title: page?.title ?? '',
      count: page?.count ?? 0,
      open: isOpen(site.settings.comments, page, identity.url, ctx.clock.now()),
    },
    rules: rulesOf(site),
    sort,
    comments: grouped(roots, rows),
    next: last && placeText(last),
    more,
    seq: page?.seq ?? 0,
  };
};

/** Maximum memory of the cached lists, bytes over all sites. */
const maxBytes = 64 * 1024 * 1024;

interface CachedList {
  list: CommentList;
  /** The page's and the settings' version that it was made of. */
  version: string;
  /** The site's place in the log at that time. */
  log: number;
}

const caches = new WeakMap<object, BoundedMap<string, CachedList>>();

/** The cache of a server's lists. */
const listsOf = (ctx: Context): BoundedMap<string, CachedList> => {
  const known =
    caches.get(ctx.database) ??
    new BoundedMap<string, CachedList>(maxLists, {
      maxBytes: maxBytes,
      // With the text that it is written out to.
      bytesOf: (key, { list }) => bytesHeld(key) + 2 * bytesHeld(list),
    });
  caches.set(ctx.database, known);
  return known;
};

/**
 * A page's comments as everybody sees them. Cached until something on that page changes: while the site's log stands
 * still nothing is read, and when it grew for another reason only the page's row is.
 */
export const listPage = async (ctx: Context, site: Site, query: ListQuery): Promise<CommentList> => {
  const identity = pageOf(site, query);
  const cache = listsOf(ctx);
  const key = [site.id, identity.key, query.sort, query.after, query.with].join('\n');
  const log = ctx.bus.version(site.id);
  const known = cache.get(key);
  if (known && known.log === log && known.version.endsWith(`.${site.revision}`)) return known.list;
  const page = await findPage(ctx, site.id, identity.key);
  const version = `${page?.seq ?? 0}.${site.revision}`;
  if (known && known.version === version) {
    known.log = log;
    return known.list;
  }
  const list = cachedReply(await makeList(ctx, site, identity, page, query));
  // A page that closes by its age does so without an event.
  if (site.settings.comments.closeAfterDays === 0) cache.set(key, { list, version, log });
  return list;
};

/** Comments of a page that were added, changed or deleted after a place in the log. */
export const listPageChanges = async (
  ctx: Context,
  site: Site,
  query: { url: string; page?: string | undefined; after: number },
): Promise<CommentChanges> => {
  const page = await findPage(ctx, site.id, pageOf(site, query).key);
  if (!page || page.seq <= query.after) return { comments: [], seq: page?.seq ?? 0, anew: false };
  const rows = await listChanged(ctx, site.id, page.id, query.after, maxChanges + 1);
  if (rows.length > maxChanges) return { comments: [], seq: page.seq, anew: true };
  return { comments: rows.map(toCommentView), seq: page.seq, anew: false };
};

/** The replies of a thread that a list left out, as many as are shown at once. */
export const listRest = async (
  ctx: Context,
  site: Site,
  root: string,
  skip: number,
): Promise<ThreadReply> => {
  const first = await findComment(ctx, site.id, root);
  if (!first || first.id !== first.rootId || (first.state !== 'approved' && first.replies === 0))
    throw notFound();
  const replies = await listReplies(ctx, site.id, [root], restSize, skip);
  const rows = await withParents(ctx, site.id, replies);
  return {
    comments: rows.filter(({ id }) => id !== root).map(toCommentView),
    left: Math.max(0, first.replies - skip - replies.length),
  };
};
