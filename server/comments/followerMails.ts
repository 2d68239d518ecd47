import { mainLanguage } from '../../shared/core/languages.ts';
import { assertPresent } from '../core/assertPresent.ts';
import { listLatest } from './queries/exports.ts';
import { findPages, type PageRow } from './queries/pages.ts';
import { type CommentRow, findComment } from './queries/comments.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { sendOnce } from '../core/mail/sendOnce.ts';
import { mailToken } from '../core/mail/signing.ts';
import { zoneFor } from '../core/pages/dates.ts';
import { mailLanguage, mailTime } from '../core/mail/texts.ts';
import { countText, fill, ownTextsIn } from '../core/pages/texts.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { setTold } from './writes/followers.ts';
import { commentMailTexts } from './mailTexts.ts';
import { anchorOf } from './pages/thread.tsx';
import { findFollower } from './queries/followers.ts';
import { commentTexts } from './texts.ts';
import { done, look, wants } from './jobContext.ts';

/** Comments that a day's mail quotes; of more it says how many. */
const maxQuoted = 20;

export const quoteOf = (site: Site, row: CommentRow, tag: string) => ({
  who: row.name || commentTexts({ tag, own: ownTextsIn(site.settings, tag) }).guest,
  when: mailTime(row.createdAt, tag, zoneFor(null, site.settings.hours.zone)),
  rich: row.rich,
  files: (row.files ?? []).map(({ name }) => name).join(', '),
});

export const linkTo = (page: PageRow, id: string): string =>
  `${page.url.replace(/#.*/s, '')}#${anchorOf(id)}`;

export const mailFollower: JobHandler = async (ctx, job) => {
  const found = await look(ctx, job);
  const follower = await findFollower(ctx, job.siteId, String(job.payload['follower']));
  if (
    found?.row.state !== 'approved' ||
    !follower ||
    follower.endedAt !== null ||
    follower.confirmedAt === null
  )
    return done;
  const { site, row, page } = found;
  const language = mailLanguage(follower.language, mainLanguage(site.settings));
  const mailTexts = commentMailTexts(language.tag);
  const values = { title: site.name };
  const isReply = follower.commentId !== null;
  return sendOnce(ctx, job, {
    site,
    kind: 'comment',
    about: page.id,
    address: follower.email,
    isProven: true,
    subject: fill(isReply ? mailTexts.replySubject : mailTexts.pageSubject, values),
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [fill(isReply ? mailTexts.replyLead : mailTexts.pageLead, values), mailTexts.why],
      quotes: [quoteOf(site, row, language.tag)],
      action: { label: mailTexts.read, href: linkTo(page, row.id), note: '' },
      footer: [],
      stop: {
        label: mailTexts.unfollow,
        href: `${ctx.config.publicUrl}/comments/unfollow/${mailToken(ctx, 'unfollow', follower.id)}`,
      },
    },
  });
};

/** Sends a day's comments to those who want them in one mail. */
export const mailDay: JobHandler = async (ctx, job) => {
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
  const language = mailLanguage(follower.language, mainLanguage(site.settings));
  const mailTexts = commentMailTexts(language.tag);
  const texts = commentTexts({ tag: language.tag, own: ownTextsIn(site.settings, language.tag) });
  const headline = `${countText(language.tag, texts.fresh, rows.length)}: ${site.name}`;
  const result = await sendOnce(ctx, job, {
    site,
    kind: 'comment',
    about: page.id,
    address: follower.email,
    isProven: true,
    subject: headline,
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [headline, mailTexts.why],
      quotes: rows.slice(0, maxQuoted).map((row) => quoteOf(site, row, language.tag)),
      action: {
        label: mailTexts.read,
        href: linkTo(page, assertPresent(rows[0], 'there is something to tell').id),
        note: '',
      },
      footer: [],
      stop: {
        label: mailTexts.unfollow,
        href: `${ctx.config.publicUrl}/comments/unfollow/${mailToken(ctx, 'unfollow', follower.id)}`,
      },
    },
  });
  if (result.kind !== 'done') return result;
  const notifiedUntil = assertPresent(rows.at(-1), 'there is something to tell').createdAt;
  return {
    ...result,
    write: (tx, seq) => [...(result.write?.(tx, seq) ?? []), setTold(tx, follower, notifiedUntil)],
  };
};
