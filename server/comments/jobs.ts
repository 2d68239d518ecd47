import { listLatest } from './queries/exports.ts';
import { findPages, type PageRow } from './queries/pages.ts';
import { type CommentRow, findComment, findComments } from './queries/comments.ts';
import type { Context } from '../context.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { Job, NewJob, JobResult } from '../core/jobs/work.ts';
import type { Planner, JobHandler } from '../core/jobs/handlers.ts';
import { messageIdOf } from '../core/mail/addresses.ts';
import { deliver } from '../core/mail/deliver.ts';
import type { Letter } from '../core/mail/letter.tsx';
import { isMentioned } from '../core/mail/plan.ts';
import { findMail, insertMail, isStopped } from '../core/mail/queries.ts';
import { mailToken } from '../core/mail/signing.ts';
import { mailLanguage, mailTime } from '../core/mail/texts.ts';
import { hasEnough } from '../core/mail/visitorMails.ts';
import { countText, fill } from '../core/pages/texts.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { setTold } from './writes/followers.ts';
import { commentMailTexts } from './mailTexts.ts';
import { anchorOf } from './pages/thread.tsx';
import {
  type FollowerRow,
  findFollower,
  findUnconfirmed,
  isConfirmed,
  listFollowers,
} from './queries/followers.ts';
import { commentTexts } from './texts.ts';

/*
 * Mails about comments: the question to who wants to hear of them, what they hear then, and what the owner hears.
 * Planned from the log when a comment is there for everybody, never before: a form is no relay for other people's mail.
 */

const hour = 3_600_000;
const day = 24 * hour;
/** Comments that a day's mail quotes; of more it says how many. */
const mostQuoted = 20;
const done: JobResult = { kind: 'done' };

export const planComments: Planner = async (ctx, siteId, batch) => {
  const about = batch.filter(
    ({ kind, subjectId }) => /^comment\.(?:added|approved|held)$/.test(kind) && subjectId,
  );
  if (about.length === 0) return [];
  const site = await ctx.sites.byId(siteId);
  const rows = new Map(
    (await findComments(ctx, siteId, [...new Set(about.map(({ subjectId }) => subjectId!))])).map((row) => [
      row.id,
      row,
    ]),
  );
  const asked = new Set((await findUnconfirmed(ctx, siteId, [...rows.keys()])).map(({ id }) => id));
  const planned: NewJob[] = [];
  for (const { kind, subjectId } of about) {
    const row = rows.get(subjectId!);
    if (!row || row.authorKind === 'imported') continue;
    const payload = { comment: row.id };
    if (kind !== 'comment.held' && row.state === 'approved') {
      planned.push({ kind: 'comment.tell', key: row.id, payload, runAt: 0 });
      if (asked.has(row.id))
        planned.push({ kind: 'comment.ask', key: row.id, payload: { follower: row.id }, runAt: 0 });
    }
    if (kind !== 'comment.approved' && row.authorKind === 'visitor')
      for (const address of site?.settings.comments.alert ?? [])
        planned.push({
          kind: 'comment.alert',
          key: `${row.id} ${address}`,
          payload: { ...payload, address },
          runAt: 0,
        });
  }
  return planned;
};

const titleOf = (page: PageRow): string => page.title || page.url;

const look = async (
  ctx: Context,
  job: Job,
): Promise<{ site: Site; row: CommentRow; page: PageRow } | null> => {
  const site = await ctx.sites.byId(job.siteId);
  const row = await findComment(ctx, job.siteId, String(job.payload['comment']));
  const [page] = row ? await findPages(ctx, job.siteId, [row.pageId]) : [];
  return site && row && page ? { site, row, page } : null;
};

/** One mail about a page's comments, its row before its first byte. @returns null when the address has enough */
const send = async (
  ctx: Context,
  job: Job,
  given: {
    site: Site;
    pageId: string;
    address: string;
    isVerified: boolean;
    subject: string;
    letter: Letter;
  },
): Promise<JobResult> => {
  const { site, pageId, address, isVerified, subject, letter } = given;
  const now = ctx.clock.now();
  let mail = await findMail(ctx, site.id, job.id);
  if (!mail) {
    if (await isStopped(ctx, site.id, address)) return done;
    if (await hasEnough(ctx, site.id, address, isVerified, job.id)) return { kind: 'later', at: now + hour };
    await ctx.database.write((tx) => [
      insertMail(
        tx,
        {
          siteId: site.id,
          id: job.id,
          kind: 'comment',
          conversationId: pageId,
          address,
          messageId: messageIdOf(ctx, job.id),
          state: 'sending',
        },
        now,
      ),
    ]);
    mail = (await findMail(ctx, site.id, job.id))!;
  }
  return deliver(ctx, mail, { fromName: site.settings.teamName || site.name, subject, letter });
};

const quoteOf = (site: Site, row: CommentRow, tag: string) => ({
  who: row.name || commentTexts(tag).guest,
  when: mailTime(row.createdAt, tag, site.settings.hours.zone),
  rich: row.rich,
  files: (row.files ?? []).map(({ name }) => name).join(', '),
});

const linkTo = (page: PageRow, id: string): string => `${page.url.replace(/#.*/s, '')}#${anchorOf(id)}`;

/** Asks whose address was given whether it was they. Nothing that the other person wrote is in it. */
const ask: JobHandler = async (ctx, job) => {
  const follower = await findFollower(ctx, job.siteId, String(job.payload['follower']));
  const site = await ctx.sites.byId(job.siteId);
  const [page] = follower ? await findPages(ctx, job.siteId, [follower.pageId]) : [];
  if (!site || !follower || !page || follower.confirmedAt !== null || follower.endedAt !== null) return done;
  const language = mailLanguage(follower.language, site.settings.languages[0]!);
  const texts = commentMailTexts(language.tag);
  const title = titleOf(page);
  return send(ctx, job, {
    site,
    pageId: page.id,
    address: follower.email,
    isVerified: await isConfirmed(ctx, site.id, follower.email),
    subject: fill(texts.confirmSubject, { title }),
    letter: {
      language,
      accent: site.settings.theme.accent,
      marker: null,
      paragraphs: [fill(texts.confirmLead, { title })],
      quotes: [],
      action: {
        label: texts.confirmButton,
        href: `${ctx.config.publicUrl}/comments/follow/${mailToken(ctx, 'follow', follower.id)}`,
        note: '',
      },
      footer: [],
      stop: null,
    },
  });
};

/** True for who wants to hear of a comment: all of the page, an answer to theirs, or one that names them. */
const wants = (follower: FollowerRow, row: CommentRow, own: CommentRow | undefined): boolean =>
  follower.id !== row.id &&
  follower.email.toLowerCase() !== (row.email ?? '').toLowerCase() &&
  (follower.commentId === null ||
    follower.commentId === row.parentId ||
    Boolean(own?.name && isMentioned(row.body, own.name)));

/** Plans a mail to each who follows the page, or what was answered: once an address. */
const tell: JobHandler = async (ctx, job) => {
  const found = await look(ctx, job);
  if (found?.row.state !== 'approved') return done;
  const { row, page, site } = found;
  const told = new Map<string, FollowerRow>();
  const followers = await listFollowers(ctx, site.id, page.id);
  const written = new Map(
    (
      await findComments(
        ctx,
        site.id,
        followers.flatMap(({ commentId }) => commentId ?? []),
      )
    ).map((comment) => [comment.id, comment]),
  );
  for (const follower of followers) {
    const known = told.get(follower.email);
    // That somebody answered them says more.
    if (wants(follower, row, written.get(follower.commentId ?? '')) && (!known || known.commentId === null))
      told.set(follower.email, follower);
  }
  const now = ctx.clock.now();
  return {
    kind: 'done',
    write: (tx) =>
      [...told.values()].map((follower) =>
        planJob(
          tx,
          site.id,
          follower.daily
            ? {
                kind: 'comment.day',
                // One a day: whatever else comes until then is told with it.
                key: `${follower.id} ${Math.floor(now / day)}`,
                payload: { follower: follower.id },
                runAt: now + day,
              }
            : {
                kind: 'comment.mail',
                key: `${row.id} ${follower.id}`,
                payload: { comment: row.id, follower: follower.id },
                runAt: 0,
              },
          now,
        ),
      ),
  };
};

const mailFollower: JobHandler = async (ctx, job) => {
  const found = await look(ctx, job);
  const follower = await findFollower(ctx, job.siteId, String(job.payload['follower']));
  if (found?.row.state !== 'approved' || !follower || follower.endedAt !== null) return done;
  const { site, row, page } = found;
  const language = mailLanguage(follower.language, site.settings.languages[0]!);
  const texts = commentMailTexts(language.tag);
  const values = { name: row.name || commentTexts(language.tag).guest, title: titleOf(page) };
  const isReply = follower.commentId !== null;
  return send(ctx, job, {
    site,
    pageId: page.id,
    address: follower.email,
    isVerified: true,
    subject: fill(isReply ? texts.replySubject : texts.pageSubject, values),
    letter: {
      language,
      accent: site.settings.theme.accent,
      marker: null,
      paragraphs: [fill(isReply ? texts.replyLead : texts.pageLead, values)],
      quotes: [quoteOf(site, row, language.tag)],
      action: { label: texts.read, href: linkTo(page, row.id), note: '' },
      footer: [texts.why],
      stop: {
        label: texts.unfollow,
        href: `${ctx.config.publicUrl}/comments/unfollow/${mailToken(ctx, 'unfollow', follower.id)}`,
      },
    },
  });
};

/** What a day brought to who wants it in one mail. */
const mailDay: JobHandler = async (ctx, job) => {
  const follower = await findFollower(ctx, job.siteId, String(job.payload['follower']));
  const site = await ctx.sites.byId(job.siteId);
  const [page] = follower ? await findPages(ctx, job.siteId, [follower.pageId]) : [];
  if (!site || !page || !follower || follower.endedAt !== null || follower.confirmedAt === null) return done;
  const own = follower.commentId === null ? undefined : await findComment(ctx, site.id, follower.commentId);
  const { toldAt, confirmedAt } = follower;
  const isNew = ({ createdAt }: CommentRow) =>
    toldAt === null ? createdAt >= confirmedAt : createdAt > toldAt;
  const rows = (await listLatest(ctx, site.id, page.id, 200))
    .filter((row) => isNew(row) && wants(follower, row, own ?? undefined))
    .reverse();
  if (rows.length === 0) return done;
  const language = mailLanguage(follower.language, site.settings.languages[0]!);
  const texts = commentMailTexts(language.tag);
  const words = commentTexts(language.tag);
  const title = titleOf(page);
  const result = await send(ctx, job, {
    site,
    pageId: page.id,
    address: follower.email,
    isVerified: true,
    subject: `${countText(language.tag, words.fresh, rows.length)}: ${title}`,
    letter: {
      language,
      accent: site.settings.theme.accent,
      marker: null,
      paragraphs: [`${countText(language.tag, words.fresh, rows.length)}: ${title}`],
      quotes: rows.slice(0, mostQuoted).map((row) => quoteOf(site, row, language.tag)),
      action: { label: texts.read, href: linkTo(page, rows[0]!.id), note: '' },
      footer: [texts.why],
      stop: {
        label: texts.unfollow,
        href: `${ctx.config.publicUrl}/comments/unfollow/${mailToken(ctx, 'unfollow', follower.id)}`,
      },
    },
  });
  if (result.kind !== 'done') return result;
  const told = rows.at(-1)!.createdAt;
  return { ...result, write: (tx, seq) => [...(result.write?.(tx, seq) ?? []), setTold(tx, follower, told)] };
};

/** Tells an address of the settings of a new comment, and whether it waits. */
const alert: JobHandler = async (ctx, job) => {
  const found = await look(ctx, job);
  const address = String(job.payload['address']);
  if (!found || found.row.state === 'deleted') return done;
  const { site, row, page } = found;
  if (!site.settings.comments.alert.includes(address)) return done;
  const language = mailLanguage(site.settings.languages[0]!);
  const texts = commentMailTexts(language.tag);
  const values = { name: row.name || commentTexts(language.tag).guest, title: titleOf(page) };
  const waits = row.state === 'pending';
  return send(ctx, job, {
    site,
    pageId: page.id,
    address,
    isVerified: true,
    subject: fill(texts.alertSubject, values),
    letter: {
      language,
      accent: site.settings.theme.accent,
      marker: null,
      paragraphs: [fill(texts.pageLead, values), ...(waits ? [texts.alertHeld] : [])],
      quotes: [quoteOf(site, row, language.tag)],
      action: waits
        ? { label: texts.alertOpen, href: `${ctx.config.publicUrl}/inbox/comments`, note: '' }
        : { label: texts.read, href: linkTo(page, row.id), note: '' },
      footer: [texts.alertWhy],
      stop: null,
    },
  });
};

export const commentJobs: Record<string, JobHandler> = {
  'comment.ask': ask,
  'comment.tell': tell,
  'comment.mail': mailFollower,
  'comment.day': mailDay,
  'comment.alert': alert,
};
