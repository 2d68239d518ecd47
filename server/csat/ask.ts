import { mainLanguage, ourLanguage } from '../../shared/core/languages.ts';
import type { Context } from '../context.ts';
import { ratingAskedEvent } from '../core/conversations/changes.ts';
import { type ConversationRow, findConversation } from '../core/conversations/queries/conversations.ts';
import { setRatingAsked } from '../core/conversations/writes/ending.ts';
import { decisive } from '../core/db/database.ts';
import type { JobHandler, Planner } from '../core/jobs/handlers.ts';
import type { Job, JobResult } from '../core/jobs/work.ts';
import { stopLink } from '../core/mail/deliver.ts';
import type { Letter } from '../core/mail/letter.tsx';
import { listTelling } from '../core/mail/queries.ts';
import { sendOnce } from '../core/mail/sendOnce.ts';
import { mailToken } from '../core/mail/signing.ts';
import { mailLanguage } from '../core/mail/texts.ts';
import { goneAfter } from '../core/mail/visitorMails.ts';
import { fill } from '../core/pages/texts.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { findVisitorRow, hasProven } from '../core/people/visitors/queries.ts';
import { choicesOf } from './choices.ts';
import { wasAskedSince, wroteByMail } from './queries.ts';
import { csatTexts } from './texts.ts';

const hour = 3_600_000;
const day = 24 * hour;
const done: JobResult = { kind: 'done' };

/** Notices after which a conversation is over. */
const endings = new Set(['closed', 'ended', 'call_reached']);

/** Plans the request for a rating that follows from the end of a conversation. */
export const planRequests: Planner = async (ctx, siteId, batch) => {
  const ids = batch.flatMap(({ kind, subjectId }) =>
    kind === 'message.added' && subjectId !== null ? [subjectId] : [],
  );
  const site = ids.length ? await ctx.sites.byId(siteId) : null;
  if (!site) return [];
  const found = await listTelling(ctx.database, { site: siteId, ids: JSON.stringify(ids) });
  return found
    .filter(({ system }) => system && endings.has(system.kind))
    .map(({ id, conversationId, at, system }) => ({
      kind: 'csat.ask',
      key: id,
      payload: { conversation: conversationId, after: system?.kind ?? '' },
      runAt: at + site.settings.csat.delayHours * hour,
    }));
};

const letterOf = (ctx: Context, site: Site, row: ConversationRow, mailId: string): Letter => {
  const language = mailLanguage(row.language, mainLanguage(site.settings));
  const { tag } = language;
  const texts = csatTexts(tag);
  const { scale, question } = site.settings.csat;
  const team = site.settings.teamName || site.name;
  const own = question[ourLanguage(tag) ?? 'en'];
  const page = `${ctx.config.publicUrl}/mail/rate/${mailToken(ctx, 'rate', mailId)}`;
  return {
    language,
    accent: site.settings.theme.accent,
    paragraphs: [own || fill(texts.lead, { team })],
    quotes: [],
    choices: choicesOf(scale, texts).map(({ value, sign, label }) => ({
      sign,
      label,
      short: scale === 'stars' ? String(value) : undefined,
      href: `${page}?lang=${tag}&scale=${scale}&value=${value}`,
    })),
    action: null,
    footer: [fill(language.texts.whyVisitor, { team })],
    stop: { label: texts.stop, href: stopLink(ctx, mailId) },
  };
};

/** The email that asks; nothing where the person wants none, can't be told for certain, or was asked just before. */
const askByMail = async (ctx: Context, job: Job, site: Site, row: ConversationRow): Promise<JobResult> => {
  const { csat } = site.settings;
  const visitor = await findVisitorRow(ctx, site.id, row.visitorId);
  const address = visitor?.email;
  if (!csat.mail || !address || visitor.blockedAt !== null || !hasProven(visitor, address)) return done;
  const now = ctx.clock.now();
  if (await wasAskedSince(ctx, site.id, address, now - csat.everyDays * day)) return done;
  const language = mailLanguage(row.language, mainLanguage(site.settings));
  const sent = await sendOnce(ctx, job, {
    site,
    kind: 'rating',
    about: row.id,
    address,
    isProven: true,
    subject: fill(csatTexts(language.tag).subject, { team: site.settings.teamName || site.name }),
    letter: letterOf(ctx, site, row, job.id),
  });
  if (sent.kind !== 'done' || !sent.write) return sent;
  const { write } = sent;
  return {
    kind: 'done',
    events: [ratingAskedEvent(row, 'mail')],
    write: (tx, seq) => [...write(tx, seq), setRatingAsked(tx, row, ctx.clock.now())],
  };
};

/**
 * Asks for the rating of a conversation that is over, once. Those who were there when it ended, or came back, saw the
 * question in the widget, and that is what is counted; the others get an email.
 */
const ask: JobHandler = async (ctx, job) => {
  const site = await ctx.sites.byId(job.siteId);
  const row = site && (await findConversation(ctx, site.id, String(job.payload['conversation'])));
  if (!site || row?.status !== 'closed' || row.closedAt === null || row.held || row.mergedInto) return done;
  if (row.ratingAskedAt !== null || (row.firstReplyAt === null && job.payload['after'] !== 'call_reached'))
    return done;
  const due = row.closedAt + site.settings.csat.delayHours * hour;
  if (due > ctx.clock.now()) return { kind: 'later', at: due };
  const seenAt = row.visitorSeenAt;
  const wasThere =
    seenAt !== null && seenAt >= row.closedAt - goneAfter && !(await wroteByMail(ctx, row, seenAt));
  if (!wasThere) return askByMail(ctx, job, site, row);
  return {
    kind: 'done',
    events: [ratingAskedEvent(row, 'widget')],
    // Who rated it meanwhile was counted: the next look finds that.
    write: (tx) => [decisive(setRatingAsked(tx, row, ctx.clock.now()))],
  };
};

export const csatJobs: Record<string, JobHandler> = { 'csat.ask': ask };
