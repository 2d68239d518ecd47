import { mainLanguage } from '../../shared/core/languages.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import { addStaffMessage } from '../core/conversations/writes/messages.ts';
import { derivedId } from '../core/derivedId.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { NewJob, JobResult } from '../core/jobs/work.ts';
import type { Planner, JobHandler } from '../core/jobs/handlers.ts';
import { messageIdOf } from '../core/mail/addresses.ts';
import { deliver } from '../core/mail/deliver.ts';
import { findMail, isStopped, makeMail } from '../core/mail/queries.ts';
import { mailLanguage } from '../core/mail/texts.ts';
import { fill } from '../core/pages/texts.ts';
import { pathOf } from './views.ts';
import {
  findFollower,
  findFollowers,
  findLatestConversation,
  findOne,
  findProvenEmail,
  findUpdates,
  nameOfStaff,
} from './queries.ts';
import { textOrFirst } from './rules.ts';
import { announcementTexts } from './texts.ts';

/*
 * Whoever asked hears when it is over: in the conversation that they have had since it began, and by mail otherwise.
 * One job a person, under one key: each hears once, whatever is done again.
 */

const hour = 3_600_000;
const done: JobResult = { kind: 'done' };

export const planAnnouncements: Planner = async (_, __, batch) =>
  batch.flatMap(({ kind, subjectId }): NewJob[] =>
    kind === 'incident.closed' && subjectId
      ? [{ kind: 'incident.over', key: subjectId, payload: { announcement: subjectId }, runAt: 0 }]
      : [],
  );

/** Plans a word to each who asked. */
const over: JobHandler = async (ctx, job) => {
  const announcement = String(job.payload['announcement']);
  const followers = await findFollowers(ctx, job.siteId, announcement);
  const now = ctx.clock.now();
  return {
    kind: 'done',
    write: (tx) =>
      followers.map(({ visitorId }) =>
        planJob(
          tx,
          job.siteId,
          {
            kind: 'incident.tell',
            key: `${announcement} ${visitorId}`,
            payload: { announcement, visitor: visitorId },
            runAt: 0,
          },
          now,
        ),
      ),
  };
};

const look = async (ctx: Context, siteId: string, announcement: string, visitor: string) => {
  const site = await ctx.sites.byId(siteId);
  const row = await findOne(ctx, siteId, announcement);
  const mark = await findFollower(ctx, siteId, announcement, visitor);
  const last = row && (await findUpdates(ctx, siteId, [row.id])).at(-1);
  return site && row && mark && last ? { site, row, mark, last } : null;
};

const notify: JobHandler = async (ctx, job) => {
  const visitorId = String(job.payload['visitor']);
  const found = await look(ctx, job.siteId, String(job.payload['announcement']), visitorId);
  if (!found) return done;
  const { site, row, mark, last } = found;
  const { title } = textOrFirst(row.texts, mark.language);
  const text = textOrFirst(last.texts, mark.language);
  const talk =
    (mark.conversationId && (await findConversation(ctx, site.id, mark.conversationId))) ||
    (await findLatestConversation(ctx, site.id, visitorId, row.publishAt));
  if (talk) {
    const staff = { id: last.staffId, name: await nameOfStaff(ctx, last.staffId) };
    await addStaffMessage(ctx, talk, staff, {
      id: derivedId('incident', row.id, visitorId),
      body: `${announcementTexts(mark.language).over}: ${title}\n\n${text}`,
      visibility: 'public',
    });
    return done;
  }
  const address = mark.email ?? (await findProvenEmail(ctx, site.id, visitorId));
  if (!address) return done;
  const now = ctx.clock.now();
  let mail = await findMail(ctx, site.id, job.id);
  if (!mail) {
    if (await isStopped(ctx, site.id, address)) return done;
    const made = await makeMail(
      ctx,
      {
        siteId: site.id,
        id: job.id,
        kind: 'news',
        conversationId: row.id,
        address,
        messageId: messageIdOf(ctx, job.id),
        state: 'sending',
      },
      { siteId: site.id, address, visitorId, isProven: false },
    );
    if (!made) return { kind: 'later', at: now + hour };
    mail = assertPresent(await findMail(ctx, site.id, job.id), 'the job’s mail was just made');
  }
  const language = mailLanguage(mark.language, mainLanguage(site.settings));
  const texts = announcementTexts(language.tag);
  return deliver(ctx, mail, {
    fromName: site.settings.teamName || site.name,
    subject: fill(texts.mailSubject, { title }),
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [`${texts.over}: ${title}`, text],
      quotes: [],
      action: {
        label: texts.more,
        href: `${ctx.config.publicUrl}${pathOf(site, row.id)}?lang=${language.tag}`,
        note: '',
      },
      footer: [texts.mailWhy],
      stop: null,
    },
  });
};

export const announcementJobs: Record<string, JobHandler> = {
  'incident.over': over,
  'incident.tell': notify,
};
