import { isClosed } from '../../shared/callbacks/machine.ts';
import { mainLanguage } from '../../shared/core/languages.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import { findConversation, findConversations } from '../core/conversations/queries/conversations.ts';
import type { Job, NewJob, JobResult } from '../core/jobs/work.ts';
import type { Planner, JobHandler } from '../core/jobs/handlers.ts';
import { messageIdOf, replyAddress } from '../core/mail/addresses.ts';
import { deliver, stopLink } from '../core/mail/deliver.ts';
import { findMail, isStopped, makeMail } from '../core/mail/queries.ts';
import { resumeToken } from '../core/mail/signing.ts';
import { zoneFor } from '../core/pages/dates.ts';
import { mailLanguage, mailTime } from '../core/mail/texts.ts';
import { fill } from '../core/pages/texts.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { findVisitorRow, hasProven } from '../core/people/visitors/queries.ts';
import { calendarMethod, callbackCalendar } from './calendar.ts';
import { type CallbackRow, findCallback, findCallbacks } from './queries.ts';
import { callbackTexts } from './texts.ts';
import { calendarText, stateText } from './stateText.ts';

/*
 * What a visitor who left an address hears of their call by mail: that it is promised, moved, called off, late, or was
 * tried in vain. Planned from the log, one for each version of the call; a version that is over is not told any more.
 */

const hour = 3_600_000;
const day = 24 * hour;
/** A link to a call works so long after the time that it was promised for, milliseconds. */
const linkLifetime = 14 * day;

const done: JobResult = { kind: 'done' };

type Occasion = 'promised' | 'moved' | 'cancelled' | 'missed' | 'late';

/** The occasion for a mail in a call's state, with a key that changes with it. */
const occasionOf = (row: CallbackRow): { occasion: Occasion; version: string } | null => {
  if (row.state === 'cancelled') return { occasion: 'cancelled', version: '' };
  if (isClosed(row.state) || row.state === 'calling') return null;
  if (row.state === 'no_answer') return { occasion: 'missed', version: `${row.attempts}` };
  if (row.attempts > 0 && row.state !== 'rescheduled') return null;
  if (row.delays > 0) return { occasion: 'late', version: `${row.endsAt}` };
  // Whoever says that they will call promises nothing new.
  return row.sequence > 0
    ? { occasion: 'moved', version: `${row.startsAt}` }
    : { occasion: 'promised', version: '' };
};

const relevantEvents = new Set(['callback.changed', 'conversation.let_in']);

export const planCallbackMails: Planner = async (ctx, siteId, batch) => {
  const ids = new Set(
    batch.flatMap(({ kind, subjectId }) => (relevantEvents.has(kind) && subjectId ? [subjectId] : [])),
  );
  if (ids.size === 0) return [];
  const rows = await findCallbacks(ctx, siteId, [...ids]);
  const of = rows.map(({ id }) => id);
  // Nothing is told while it is held: that it was let in comes later in the log, and tells it then.
  const held = new Set(
    (await findConversations(ctx, siteId, of)).flatMap((row) => (row.held ? [row.id] : [])),
  );
  return rows.flatMap((row): NewJob[] => {
    const now = occasionOf(row);
    if (!now || held.has(row.id)) return [];
    const key = [row.id, now.occasion, now.version].filter(Boolean).join(' ');
    return [{ kind: 'mail.call', key, payload: { callback: row.id, ...now }, runAt: 0 }];
  });
};

const subjectText = (site: Site, row: CallbackRow, occasion: Occasion, tag: string): string => {
  const texts = callbackTexts(tag);
  const team = site.settings.teamName || site.name;
  const at = row.soon || occasion === 'late' ? row.endsAt : row.startsAt;
  const time = at === null ? '' : mailTime(at, tag, zoneFor(row.zone, row.zone));
  const patterns: Record<Occasion, string> = {
    promised: texts.subjectPromised,
    moved: texts.subjectMoved,
    cancelled: texts.subjectCancelled,
    missed: texts.subjectMissed,
    late: texts.subjectLate,
  };
  return fill(patterns[occasion], { team, time });
};

/** The callback of a job, or null when it was moved or made meanwhile. */
const look = async (ctx: Context, job: Job) => {
  const site = await ctx.sites.byId(job.siteId);
  const row = await findCallback(ctx, job.siteId, String(job.payload['callback']));
  const conversation = row && (await findConversation(ctx, job.siteId, row.id));
  const visitor = row && (await findVisitorRow(ctx, job.siteId, row.visitorId));
  if (!site || !row || !conversation || !visitor?.email || visitor.blockedAt !== null || conversation.held)
    return null;
  const now = occasionOf(row);
  return now && now.occasion === job.payload['occasion'] && now.version === job.payload['version']
    ? { site, row, visitor, email: visitor.email }
    : null;
};

const sendCallbackMail: JobHandler = async (ctx, job) => {
  const found = await look(ctx, job);
  if (!found) return done;
  const { site, row, visitor, email } = found;
  const occasion = job.payload['occasion'] as Occasion;
  const now = ctx.clock.now();
  let mail = await findMail(ctx, site.id, job.id);
  if (!mail) {
    if (await isStopped(ctx, site.id, email)) return done;
    const taken = {
      siteId: site.id,
      id: job.id,
      kind: 'call' as const,
      conversationId: row.id,
      address: email,
      messageId: messageIdOf(ctx, job.id),
      state: 'sending' as const,
    };
    const postage = {
      siteId: site.id,
      address: email,
      visitorId: row.visitorId,
      isProven: hasProven(visitor, email),
    };
    if (!(await makeMail(ctx, taken, postage))) return { kind: 'later', at: now + hour };
    mail = assertPresent(await findMail(ctx, site.id, job.id), 'the job’s mail was just made');
  }
  const language = mailLanguage(row.language, mainLanguage(site.settings));
  const texts = callbackTexts(language.tag);
  const team = site.settings.teamName || site.name;
  const answers = replyAddress(ctx, mail.id) !== null;
  const endsAt = Math.max(mail.createdAt, row.endsAt ?? 0) + linkLifetime;
  const link = { siteId: site.id, visitorId: row.visitorId, conversationId: row.id, endsAt };
  // After the `#`: it reaches no server's log, and no other page as a referrer.
  const href = `${ctx.config.publicUrl}/sites/${site.key}/callbacks/manage?lang=${language.tag}#${resumeToken(ctx, link, mail.id, 'call')}`;
  const content = callbackCalendar(ctx, site, row, calendarText(site, row, language.tag), email);
  return deliver(ctx, mail, {
    fromName: team,
    subject: subjectText(site, row, occasion, language.tag),
    calendar: content === null ? undefined : { method: calendarMethod(row), content },
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [
        ...(occasion === 'moved' ? [texts.moved] : occasion === 'late' ? [texts.late] : []),
        stateText(row, language.tag),
      ],
      quotes: [],
      action: {
        label:
          occasion === 'missed' ? texts.pick : occasion === 'cancelled' ? texts.manageButton : texts.manage,
        href,
        note: language.texts.continueOnce,
      },
      footer: [...(answers ? [language.texts.replyHint] : []), fill(language.texts.whyVisitor, { team })],
      stop: { label: language.texts.stop, href: stopLink(ctx, mail.id) },
    },
  });
};

export const callbackMailJobs: Record<string, JobHandler> = { 'mail.call': sendCallbackMail };
