import { assertPresent } from '../core/assertPresent.ts';
import { emptied } from './writing/own.ts';
import { listReportReasons } from '../core/moderation/reports/queries.ts';
import { forgetReports } from '../core/moderation/reports/writes.ts';
import { findPages } from './queries/pages.ts';
import { countWaiting, listForStaff } from './queries/moderation.ts';
import { type CommentRow, countApproved, findComment, findComments } from './queries/comments.ts';
import { releaseAttachments } from '../core/content/attachments/queries.ts';
import type { StaffComment, StaffList } from '../../shared/comments/schema.ts';
import type { Decision, StaffState } from '../../shared/comments/states.ts';
import type { HeldReason } from '../../shared/core/heldReasons.ts';
import type { Context } from '../context.ts';
import { excerpt } from '../core/content/markdown.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { fingerprint } from '../core/people/secrets.ts';
import { withdrawCopies } from '../core/people/privacy/copies.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { authorOf } from './views.ts';
import {
  changeComment,
  countOne,
  forgetVersions,
  insertComment,
  openPage,
  recount,
} from './writes/comments.ts';
import { isOpen } from './rules.ts';
import { commentEvent, refuse } from './writing/checks.ts';

/** Comments of one page of staff's list. */
const pageSize = 50;
/** UTF-16 code units of what is answered. */
const excerptLength = 120;

/** Comments as staff get them. */
export const toStaffViews = async (
  ctx: Context,
  site: Site,
  rows: readonly CommentRow[],
): Promise<StaffComment[]> => {
  const unique = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const pages = new Map(
    (await findPages(ctx, site.id, unique(rows.map(({ pageId }) => pageId)))).map((page) => [page.id, page]),
  );
  const parents = new Map(
    (await findComments(ctx, site.id, unique(rows.map(({ parentId }) => parentId)))).map((row) => [
      row.id,
      row,
    ]),
  );
  const approved = await countApproved(
    ctx,
    site.id,
    unique(rows.map(({ authorKind, authorId }) => (authorKind === 'visitor' ? authorId : null))),
  );
  const reasons = await listReportReasons(ctx, site.id, unique(rows.map(({ id }) => id)));
  return rows.map((row) => {
    const page = pages.get(row.pageId);
    const parent = row.parentId === null ? undefined : parents.get(row.parentId);
    return {
      id: row.id,
      state: row.state,
      reason: row.reason,
      author: authorOf(row),
      email: row.email,
      body: row.body,
      pinned: row.pinnedAt !== null,
      rich: row.rich,
      files: row.files ?? [],
      at: row.createdAt,
      editedAt: row.editedAt,
      reports: row.reports,
      reportReasons: reasons.get(row.id) ?? [],
      up: row.up,
      down: row.down,
      approvedBefore: approved.get(row.authorId ?? '') ?? 0,
      page: {
        id: row.pageId,
        url: page?.url ?? '',
        title: page?.title ?? '',
        open: page ? isOpen(site.settings.comments, page, page.url, ctx.clock.now()) : false,
      },
      parent: parent
        ? { id: parent.id, name: parent.name, excerpt: excerpt(parent.rich, excerptLength) }
        : null,
    };
  });
};

const readPlace = (text: string | undefined): { at: number; id: string } | null => {
  if (text === undefined) return null;
  const [, at, id] = /^([0-9a-z]{1,10})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!at || !id) throw refuse('after', 'invalid');
  return { at: Number.parseInt(at, 36), id };
};

/** Lists comments in one state for staff, a page at a time. */
export const listQueue = async (
  ctx: Context,
  site: Site,
  query: { state: StaffState; search?: string | undefined; after?: string | undefined },
): Promise<StaffList> => {
  const rows = await listForStaff(ctx, site.id, {
    state: query.state,
    search: query.search?.trim() ?? '',
    after: readPlace(query.after),
    max: pageSize + 1,
  });
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? (shown.at(-1) ?? null) : null;
  return {
    comments: await toStaffViews(ctx, site, shown),
    next: last && `${last.createdAt.toString(36)}.${last.id}`,
    counts: await countWaiting(ctx, site.id),
  };
};

const stateOf: Record<Decision, CommentRow['state']> = {
  approve: 'approved',
  spam: 'spam',
  delete: 'deleted',
};

/** Puts several comments into a state, each in a commit of its own. @returns the ids of those that it changed */
export const decideRows = async (
  ctx: Context,
  site: Site,
  ids: readonly string[],
  state: CommentRow['state'],
  reason: HeldReason,
): Promise<string[]> => {
  const changed: string[] = [];
  for (const row of await findComments(ctx, site.id, [...new Set(ids)])) {
    // What was deleted has nothing left to be seen; what was reported is approved once more.
    if (row.state === 'deleted' || (row.state === state && row.reports === 0)) continue;
    await ctx.database.commit({
      site: site.id,
      events: [
        commentEvent(
          state === 'approved' && row.state !== 'approved' ? 'approved' : 'changed',
          row.id,
          'visitor',
        ),
      ].map((event) => ({ ...event, visitor: row.authorKind === 'visitor' ? row.authorId : null })),
      write: (tx, seq) => [
        changeComment(tx, site.id, row.id, {
          ...(state === 'deleted'
            ? { ...emptied, rich: [] }
            : {
                state,
                reason: state === 'pending' ? reason : null,
                reports: 0,
                vetted: state === 'approved',
              }),
          // Nobody saw it before, and nobody does now: no news.
          ...((row.state === 'approved' || state === 'approved') && { seq }),
        }),
        ...(state === 'deleted'
          ? [
              releaseAttachments(tx, site.id, row.id),
              forgetVersions(tx, site.id, [row.id]),
              ...withdrawCopies(ctx, tx, site.id, [row.id]),
            ]
          : []),
        forgetReports(tx, site.id, row.id),
        ...recount(tx, site.id, row.pageId, [row.rootId], seq),
      ],
    });
    changed.push(row.id);
  }
  return changed;
};

/** Takes a decision for several comments. @returns how many it changed */
export const decide = async (
  ctx: Context,
  site: Site,
  ids: readonly string[],
  decision: Decision,
): Promise<number> => (await decideRows(ctx, site, ids, stateOf[decision], 'always')).length;

/** Adds the team's answer to a comment. What waited is approved with it: nobody answers what nobody sees. */
export const answer = async (
  ctx: Context,
  site: Site,
  staff: { id: string; name: string },
  parentId: string,
  given: { id: string; body: string },
): Promise<CommentRow> => {
  const print = fingerprint(parentId, given.body);
  const before = await findComment(ctx, site.id, given.id);
  if (before) {
    if (before.authorId !== staff.id || before.fingerprint !== print)
      throw new Failure('conflict', 'This ID has already been used for something else.');
    return before;
  }
  const parent = await findComment(ctx, site.id, parentId);
  if (!parent || parent.state === 'deleted' || parent.state === 'spam') throw notFound();
  if (parent.state === 'pending') await decide(ctx, site, [parent.id], 'approve');
  const rich = await ctx.renderer.render(given.body, { site: site.id, person: staff.id });
  await ctx.database.commit({
    site: site.id,
    events: [commentEvent('added', given.id)],
    write: (tx, seq) => [
      insertComment(tx, {
        siteId: site.id,
        id: given.id,
        pageId: parent.pageId,
        parentId: parent.id,
        rootId: parent.rootId,
        state: 'approved',
        reason: null,
        authorKind: 'staff',
        authorId: staff.id,
        name: staff.name,
        email: null,
        verified: true,
        body: given.body,
        rich,
        files: null,
        language: parent.language,
        up: 0,
        down: 0,
        baseUp: 0,
        baseDown: 0,
        vetted: true,
        reports: 0,
        replies: 0,
        seq,
        createdAt: ctx.clock.now(),
        fingerprint: print,
      }),
      ...countOne(tx, { siteId: site.id, pageId: parent.pageId, id: given.id, rootId: parent.rootId }, seq),
    ],
  });
  return assertPresent(await findComment(ctx, site.id, given.id), 'it was just written');
};

/** Lets a page take comments, or no more. @throws Failure `not_found` */
export const setOpen = async (ctx: Context, site: Site, pageId: string, open: boolean): Promise<void> => {
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: [commentEvent('changed', pageId)],
    write: (tx, seq) => [openPage(tx, site.id, pageId, open, seq)],
  });
  if (!applied) throw notFound();
};
