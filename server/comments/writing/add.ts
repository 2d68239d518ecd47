import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import { findPage } from '../queries/pages.ts';
import { type CommentRow, findComment, isRepeated } from '../queries/comments.ts';
import { insertVisitor } from '../../core/people/visitors/writes.ts';
import type { NewComment } from '../../../shared/comments/schema.ts';
import type { Attachment } from '../../../shared/core/content/attachments.ts';
import type { Context } from '../../context.ts';
import { readAttachments } from '../../core/content/attachments/attachments.ts';
import { bindAttachments } from '../../core/content/attachments/queries.ts';
import type { Decisive, Queries, Statement } from '../../core/db/database.ts';
import { derivedId } from '../../core/derivedId.ts';
import { Failure } from '../../core/http/failure.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { refuseBlocked, type Visitor } from '../../core/people/visitors/visitor.ts';
import { followPage } from '../writes/followers.ts';
import { pageOf } from '../list.ts';
import { countOne, insertComment, insertPage } from '../writes/comments.ts';
import { judgeContribution, type Verdict } from '../../core/moderation/contribution.ts';
import { isLikelyPerson } from '../../core/moderation/suspicion.ts';
import { isOpen } from '../rules.ts';
import { isSpam } from '../spamCheck.ts';
import { commentState, fingerprintOf, refuseForeign, commentEvent, refuse } from './checks.ts';

/** The same words of the same person within this time are a mistake, milliseconds. */
const repeatedWithin = 10 * 60_000;

/** Reads the pictures of a new comment. */
export const readFiles = async (
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

/** The id that a page gets with its first comment. */
export const pageIdOf = (siteId: string, key: string): string => derivedId(siteId, `comments ${key}`);

/** Refuses a comment without what the site's rules require. @throws Failure `invalid` with the field */
const refuseMissing = (rules: Site['settings']['comments'], given: NewComment): void => {
  if (rules.name === 'required' && !hasVisibleText(given.name ?? '')) throw refuse('name', 'required');
  if (rules.email === 'required' && !given.email) throw refuse('email', 'required');
  if (given.follow && !given.email) throw refuse('email', 'required');
};

/** A comment that was looked at and can be stored. */
interface Ready {
  site: Site;
  visitor: Visitor;
  given: NewComment;
  identity: ReturnType<typeof pageOf>;
  /** Absent for the first comment of a page. */
  page: Awaited<ReturnType<typeof findPage>>;
  pageId: string;
  parent: CommentRow | null;
  rootId: string;
  /** Why it is held; null when it is shown. */
  reason: Verdict['reason'];
  /** `spam` for what the owner's words hide for good. */
  state: CommentRow['state'];
  name: string;
  email: string;
  verified: boolean;
  rich: CommentRow['rich'];
  files: Attachment[];
  print: string;
  now: number;
}

/** Everything that a comment's commit stores. */
const rowsOf = (tx: Queries, seq: number, ready: Ready): (Statement | Decisive)[] => {
  const { site, visitor, given, identity, page, pageId, parent, rootId, reason, state } = ready;
  const { name, email, verified, rich, files, print, now } = ready;
  return [
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
      state,
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
      vetted: false,
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
  ];
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
  refuseMissing(rules, given);
  const parent = given.parent === undefined ? null : await findComment(ctx, site.id, given.parent);
  if (given.parent !== undefined && (parent?.state !== 'approved' || parent.pageId !== page?.id))
    throw refuse('parent', 'unknown');
  if (await isRepeated(ctx, site.id, visitor.id, given.body, now - repeatedWithin))
    throw refuse('body', 'already_there');
  const files = await readFiles(ctx, site, visitor, given.id, given.files ?? []);
  const isLikely = await isLikelyPerson(ctx, site, {
    took: given.took,
    solution: given.solution,
    ...{ address, isPlain },
  });
  const rich = await ctx.renderer.render(given.body, { site: site.id, person: from.address });
  const name = given.name && hasVisibleText(given.name) ? given.name.trim() : '';
  const email = rules.email === 'no' ? '' : (given.email ?? '');
  const verified = visitor.subject !== null;
  const { state: judged, reason } = await judgeContribution(ctx, site, visitor, {
    mode: rules.moderation,
    ...{ body: given.body, rich, name, email, address },
    hasFiles: files.length > 0,
    trapped: Boolean(given.website) || !isLikely,
    isSpam: () =>
      isSpam(ctx, site, {
        ...from,
        url: identity.url,
        name,
        email,
        body: given.body,
        isReply: parent !== null,
      }),
  });
  const state = commentState[judged];
  const pageId = page?.id ?? pageIdOf(site.id, identity.key);
  const rootId = parent?.rootId ?? given.id;
  const ready = {
    ...{ site, visitor, given, identity, page, pageId, parent, rootId, reason, state },
    ...{ name, email, verified, rich, files, print, now },
  };
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: [commentEvent(reason ? 'held' : 'added', given.id)],
    write: (tx, seq) => rowsOf(tx, seq, ready),
  });
  const made = await findComment(ctx, site.id, given.id);
  if (!made || (!applied && made.fingerprint !== print))
    throw new Failure('conflict', 'This ID has already been used for something else.');
  return made;
};
