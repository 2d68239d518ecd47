import type { EditComment, NewComment } from '../../shared/comments/schema.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import type { Attachment } from '../../shared/core/content/attachments.ts';
import type { Context } from '../context.ts';
import { readAttachments } from '../core/content/attachments/attachments.ts';
import { bindAttachments, releaseAttachments } from '../core/content/attachments/queries.ts';
import { isFlooded } from '../core/conversations/flood.ts';
import type { NewEvent } from '../core/db/database.ts';
import { derivedId } from '../core/derivedId.ts';
import { takeSolution } from '../core/http/challenge.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { fingerprint } from '../core/people/secrets.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { insertVisitor, refuseBlocked, type Visitor } from '../core/people/visitors/visitors.ts';
import { followPage } from './followers.ts';
import type { PageIdentity } from './identity.ts';
import { pageOf } from './list.ts';
import {
  changeComment,
  type CommentRow,
  countApproved,
  countOne,
  findComment,
  findPage,
  findPages,
  insertComment,
  insertPage,
  insertReport,
  isRepeated,
  type PageRow,
  recount,
  setVote,
  touchPage,
} from './queries.ts';
import { isHasty, isOpen, judge } from './rules.ts';
import { isSpam } from './spamCheck.ts';

/** Comments of an address that are taken as a person's; what comes faster is asked to work for it. */
const unasked = { perMinute: 3, burst: 6 };
/** The same words of the same person within this time are a mistake, milliseconds. */
const repeatedWithin = 10 * 60_000;

export const refuse = (field: string, code: FieldCode): Failure =>
  new Failure('invalid', 'A field isn’t valid.', { fields: { [field]: code } });

export const commentEvent = (
  kind: 'added' | 'held' | 'changed' | 'approved' | 'voted',
  id: string,
  audience: 'staff' | 'visitor' = 'staff',
): NewEvent => ({ kind: `comment.${kind}`, subject: id, audience });

/** A page of the site's own: what anybody could call a page of theirs is none. */
const refuseForeign = (ctx: Context, site: Site, { origin, url }: PageIdentity): void => {
  const { host } = new URL(url);
  const own =
    site.origins.some((known) => new URL(known).host === host) ||
    site.settings.comments.page.hosts.includes(host) ||
    origin === ctx.config.publicUrl;
  if (!own) throw refuse('url', 'not_allowed');
};

const fingerprintOf = (given: NewComment, key: string): string =>
  fingerprint(key, given.parent, given.body, (given.files ?? []).join(), given.name);

/** What a person may add of pictures. */
const readFiles = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  given: readonly string[],
): Promise<Attachment[]> => {
  if (given.length > site.settings.comments.pictures) throw refuse('files', 'too_many');
  const files = await readAttachments(ctx, site.id, { kind: 'visitor', id: visitor.id }, id, given);
  if (files.some(({ width }) => width === null)) throw refuse('files', 'not_allowed');
  return files;
};

/** Asks for a proof of work where a person would not have been so fast. @throws Failure `challenge` */
const challenge = async (
  ctx: Context,
  site: Site,
  { took, solution }: NewComment,
  address: string,
  isPlain: boolean,
): Promise<boolean> => {
  let often = false;
  try {
    ctx.limiter.take('comments unasked', `${site.id} ${address}`, unasked);
  } catch {
    often = true;
  }
  if (!often && !isHasty(took)) return true;
  // A form without scripts can solve nothing: what it sends is held instead.
  if (isPlain) return false;
  await takeSolution(ctx, site.id, solution);
  return true;
};

/**
 * Takes a comment. The same id with the same content again changes nothing.
 * @param isPlain true for a form without scripts
 * @throws Failure `invalid` with the field, `forbidden` where the page is closed, `challenge`, `conflict`
 */
export const addComment = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  given: NewComment,
  from: { address: string; agent: string },
  isPlain = false,
): Promise<CommentRow> => {
  const { address } = from;
  const identity = pageOf(site, given);
  const print = fingerprintOf(given, identity.key);
  const before = await findComment(ctx, site.id, given.id);
  if (before) {
    if (before.authorId !== visitor.id || before.fingerprint !== print)
      throw new Failure('conflict', 'This ID has already been used for something else.');
    return before;
  }
  refuseBlocked(visitor);
  refuseForeign(ctx, site, identity);
  const rules = site.settings.comments;
  const now = ctx.clock.now();
  const page = await findPage(ctx, site.id, identity.key);
  if (!isOpen(rules, page, identity.url, now)) throw new Failure('forbidden', 'Comments are closed.');
  if (rules.name === 'required' && !given.name?.trim()) throw refuse('name', 'required');
  if (rules.email === 'required' && !given.email) throw refuse('email', 'required');
  if (given.follow && !given.email) throw refuse('email', 'required');
  const parent = given.parent === undefined ? null : await findComment(ctx, site.id, given.parent);
  if (given.parent !== undefined && (parent?.state !== 'approved' || parent.pageId !== page?.id))
    throw refuse('parent', 'unknown');
  if (await isRepeated(ctx, site.id, visitor.id, given.body, now - repeatedWithin))
    throw refuse('body', 'already_there');
  const files = await readFiles(ctx, site, visitor, given.id, given.files ?? []);
  const isLikely = await challenge(ctx, site, given, address, isPlain);
  const rich = await ctx.renderer.render(given.body);
  const name = given.name?.trim() ?? '';
  const email = rules.email === 'no' ? '' : (given.email ?? '');
  const approved = (await countApproved(ctx, site.id, [visitor.id])).get(visitor.id) ?? 0;
  const verified = visitor.subject !== null;
  const isTaken =
    approved < rules.trustAfter &&
    (await isSpam(ctx, site, {
      ...from,
      url: identity.url,
      name,
      email,
      body: given.body,
      isReply: parent !== null,
    }));
  const reason = judge(rules, {
    body: given.body,
    rich,
    name,
    email,
    address,
    approved,
    verified,
    trapped: Boolean(given.website) || !isLikely || isTaken,
    // Who is trusted takes no place from others.
    flooded: approved < rules.trustAfter && isFlooded(ctx, site),
    isEdit: false,
  });
  const pageId = page?.id ?? derivedId(site.id, `comments ${identity.key}`);
  const rootId = parent?.rootId ?? given.id;
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: [commentEvent(reason ? 'held' : 'added', given.id)],
    write: (tx, seq) => [
      ...insertVisitor(tx, visitor, { name, email, language: given.language }, now),
      ...(page
        ? []
        : [
            insertPage(tx, {
              siteId: site.id,
              id: pageId,
              key: identity.key,
              url: identity.url,
              title: given.title?.trim() ?? '',
              open: null,
              count: 0,
              seq: 0,
              createdAt: now,
            }),
          ]),
      insertComment(tx, {
        siteId: site.id,
        id: given.id,
        pageId,
        parentId: parent?.id ?? null,
        rootId,
        state: reason ? 'pending' : 'approved',
        reason,
        authorKind: 'visitor',
        authorId: visitor.id,
        name: verified ? (visitor.name ?? name) : name,
        email: email || null,
        verified,
        body: given.body,
        rich,
        files: files.length ? files : null,
        language: given.language,
        up: 0,
        down: 0,
        baseUp: 0,
        baseDown: 0,
        reports: 0,
        replies: 0,
        // What nobody sees changed nothing for anybody.
        seq: reason ? 0 : seq,
        createdAt: now,
        fingerprint: print,
      }),
      ...bindAttachments(tx, site.id, { id: given.id, conversationId: pageId }, given.files ?? []),
      ...(reason ? [] : countOne(tx, { siteId: site.id, pageId, id: given.id, rootId }, seq)),
      ...(given.follow
        ? [
            followPage(tx, site.id, {
              id: given.id,
              pageId,
              commentId: given.follow === 'replies' ? given.id : null,
              email,
              language: given.language,
              daily: given.daily ?? false,
              now,
            }),
          ]
        : []),
    ],
  });
  const made = await findComment(ctx, site.id, given.id);
  if (!made || (!applied && made.fingerprint !== print))
    throw new Failure('conflict', 'This ID has already been used for something else.');
  return made;
};

/** A visitor's own comment that they may still change. @throws Failure `not_found`, `forbidden` when the time is over */
const ownComment = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
): Promise<{ row: CommentRow; page: PageRow }> => {
  const row = await findComment(ctx, site.id, id);
  const [page] = row ? await findPages(ctx, site.id, [row.pageId]) : [];
  if (!row || !page || row.authorKind !== 'visitor' || row.authorId !== visitor.id || row.state === 'deleted')
    throw notFound();
  if (ctx.clock.now() > row.createdAt + site.settings.comments.editMinutes * 60_000)
    throw new Failure('forbidden', 'This comment can no longer be changed.');
  return { row, page };
};

/** Changes a comment within its time. What was approved is looked at again. */
export const changeOwn = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  given: EditComment,
  address: string,
): Promise<CommentRow> => {
  const { row, page } = await ownComment(ctx, site, visitor, id);
  const files = await readFiles(ctx, site, visitor, id, given.files ?? []);
  const same =
    row.body === given.body &&
    (row.files ?? []).map((file) => file.id).join() === files.map((file) => file.id).join();
  if (same) return row;
  const rich = await ctx.renderer.render(given.body);
  // What it was approved with does not make its writer trusted: one less.
  const others =
    ((await countApproved(ctx, site.id, [visitor.id])).get(visitor.id) ?? 0) -
    (row.state === 'approved' ? 1 : 0);
  const reason =
    row.state === 'approved'
      ? judge(site.settings.comments, {
          body: given.body,
          rich,
          name: row.name,
          email: row.email ?? '',
          address,
          approved: others,
          verified: row.verified,
          trapped: false,
          flooded: false,
          isEdit: true,
        })
      : row.reason;
  const state = row.state === 'approved' && reason ? 'pending' : row.state;
  const wasSeen = row.state === 'approved';
  const fresh = (given.files ?? []).filter((file) => !(row.files ?? []).some((known) => known.id === file));
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent(state === 'pending' ? 'held' : 'changed', id)],
    write: (tx, seq) => [
      changeComment(tx, site.id, id, {
        body: given.body,
        rich,
        files: files.length ? files : null,
        editedAt: ctx.clock.now(),
        state,
        reason: state === 'approved' ? null : reason,
        ...(wasSeen && { seq }),
      }),
      releaseAttachments(tx, site.id, id, given.files),
      ...bindAttachments(tx, site.id, { id, conversationId: page.id }, fresh),
      ...(state === row.state
        ? wasSeen
          ? [touchPage(tx, site.id, page.id, seq)]
          : []
        : recount(tx, site.id, page.id, [row.rootId], seq)),
    ],
  });
  return (await findComment(ctx, site.id, id))!;
};

/** What is left of a deleted comment: its place in the thread. */
export const emptied = {
  state: 'deleted',
  reason: null,
  body: '',
  rich: [],
  files: null,
  name: '',
  email: null,
  website: null,
  reports: 0,
} as const satisfies Partial<CommentRow>;

/** Deletes a visitor's own comment; what was replied to it stays. Again, it is deleted already. */
export const deleteOwn = async (ctx: Context, site: Site, visitor: Visitor, id: string): Promise<void> => {
  const known = await findComment(ctx, site.id, id);
  if (known?.state === 'deleted' && known.authorId === visitor.id) return;
  const { row, page } = await ownComment(ctx, site, visitor, id);
  const wasSeen = row.state === 'approved';
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent('changed', id)],
    write: (tx, seq) => [
      changeComment(tx, site.id, id, { ...emptied, rich: [], ...(wasSeen && { seq }) }),
      releaseAttachments(tx, site.id, id),
      ...(wasSeen ? recount(tx, site.id, page.id, [row.rootId], seq) : []),
    ],
  });
};

/** A comment that everybody sees. @throws Failure `not_found` */
const seenComment = async (ctx: Context, site: Site, id: string): Promise<CommentRow> => {
  if (!site.settings.features.comments) throw notFound();
  const row = await findComment(ctx, site.id, id);
  if (row?.state !== 'approved') throw notFound();
  return row;
};

/** Votes for a comment, or takes a vote back with 0. One a visitor; the last counts. */
export const vote = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  value: 1 | 0 | -1,
  language: string,
): Promise<CommentRow> => {
  const { votes } = site.settings.comments;
  const row = await seenComment(ctx, site, id);
  if (votes === 'off' || (votes === 'up' && value === -1)) throw refuse('value', 'not_allowed');
  if (row.authorId === visitor.id) throw refuse('value', 'not_allowed');
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent('voted', id)],
    write: (tx, seq) => [
      ...(visitor.isNew ? insertVisitor(tx, visitor, { language }, ctx.clock.now()) : []),
      ...setVote(tx, { siteId: site.id, commentId: id, visitorId: visitor.id, value }),
      // Others see the number when they look; nothing of it is news.
      touchPage(tx, site.id, row.pageId, seq),
    ],
  });
  return (await findComment(ctx, site.id, id))!;
};

/** Tells staff of a comment, once a visitor; enough of them take it away until staff have looked. */
export const report = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  reason: string,
  language: string,
): Promise<void> => {
  const row = await seenComment(ctx, site, id);
  const now = ctx.clock.now();
  const most = site.settings.comments.holdAfterReports;
  const isHeld = most > 0 && row.reports + 1 >= most && row.authorKind !== 'staff';
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent(isHeld ? 'held' : 'changed', id)],
    write: (tx, seq) => [
      ...insertReport(tx, { siteId: site.id, commentId: id, visitorId: visitor.id, reason, at: now }),
      ...(visitor.isNew ? insertVisitor(tx, visitor, { language }, now) : []),
      ...(isHeld
        ? [
            changeComment(tx, site.id, id, { state: 'pending', reason: 'reported', seq }),
            ...recount(tx, site.id, row.pageId, [row.rootId], seq),
          ]
        : []),
    ],
  });
};
