import { assertPresent } from '../assertPresent.ts';
import { toMessageViews, findMessages } from '../conversations/queries/messages.ts';
import type { JobResult } from '../jobs/work.ts';
import { ownPromiseKinds } from '../../../shared/core/conversations/schema.ts';
import { mainLanguage } from '../../../shared/core/languages.ts';
import { inboxPath } from '../../../shared/core/mail/routes.ts';
import type { MailKind } from '../../../shared/core/mail/schema.ts';
import { usualChoices } from '../../../shared/core/people/alertChoices.ts';
import { type ConversationRow, findConversation } from '../conversations/queries/conversations.ts';
import { planJob } from '../jobs/queries.ts';
import type { JobHandler } from '../jobs/handlers.ts';
import { fill } from '../pages/texts.ts';
import { zoneFor } from '../pages/dates.ts';
import { listColleagues, listChoices } from '../people/staff/queries.ts';
import { addOpenMinutes } from '../people/sites/hours.ts';
import { findVisitorRow } from '../people/visitors/queries.ts';
import { messageIdOf } from './addresses.ts';
import { deliver, stopLink } from './deliver.ts';
import { findMail, isStopped, makeMail } from './queries.ts';
import { mailLanguage, mailTime } from './texts.ts';

const hour = 3_600_000;
const done: JobResult = { kind: 'done' };

type Alert = Exclude<
  MailKind,
  | 'reply'
  | 'transcript'
  | 'confirm'
  | 'call'
  | 'comment'
  | 'answer'
  | 'news'
  | 'figures'
  | 'check'
  | 'trend'
  | 'segment'
  | 'idea'
  | 'inbound'
  | 'rating'
  | 'acknowledgement'
  | 'forward'
  | 'sign_in'
>;

const isUnclaimed = (row: ConversationRow): boolean =>
  row.assigneeId === null &&
  row.firstReplyAt === null &&
  row.waitingFor === 'staff' &&
  row.status === 'open' &&
  !row.held &&
  !ownPromiseKinds.includes(row.kind);

/** A conversation that nobody has taken in time: everybody who answers is told, each as soon as they chose. */
export const alertUnclaimed: JobHandler = async (ctx, job) => {
  const row = await findConversation(ctx, job.siteId, String(job.payload['conversation']));
  const site = await ctx.sites.byId(job.siteId);
  if (!site || !row || !isUnclaimed(row)) return done;
  const choices = await listChoices(ctx, job.siteId);
  const now = ctx.clock.now();
  const planned = (await listColleagues(ctx, job.siteId)).flatMap(({ id }) => {
    const { mailAfter } = choices.get(id) ?? usualChoices;
    const runAt = mailAfter === null ? null : addOpenMinutes(site.settings.hours, row.createdAt, mailAfter);
    return runAt === null ? [] : [{ id, runAt: Math.max(runAt, now) }];
  });
  return {
    kind: 'done',
    write: (tx) =>
      planned.map(({ id, runAt }) =>
        planJob(
          tx,
          job.siteId,
          {
            kind: 'mail.alert',
            key: `unclaimed ${row.id} ${id}`,
            payload: { conversation: row.id, staff: id, alert: 'unclaimed', message: row.id },
            runAt,
          },
          now,
        ),
      ),
  };
};

/** One mail to one person who answers. The visitor's address stands in Reply-To alone. */
export const sendAlert: JobHandler = async (ctx, job) => {
  const { payload, siteId } = job;
  const alert = String(payload['alert']) as Alert;
  const site = await ctx.sites.byId(siteId);
  const row = await findConversation(ctx, siteId, String(payload['conversation']));
  const colleagues = await listColleagues(ctx, siteId);
  const person = colleagues.find(({ id }) => id === payload['staff']);
  const visitor = row && (await findVisitorRow(ctx, siteId, row.visitorId));
  if (!site || !row || !person || !visitor || (await isStopped(ctx, siteId, person.email))) return done;
  const found = payload['message'] ? await findMessages(ctx, siteId, [String(payload['message'])]) : [];
  const [message] = await toMessageViews(ctx, siteId, found);
  // Who has been at the inbox since has seen it there.
  if (alert === 'mention' && (!message || person.seenAt > message.at)) return done;
  const choices = (await listChoices(ctx, siteId)).get(person.id) ?? usualChoices;
  if (alert === 'mention' && !choices.mailMentions) return done;
  if (alert === 'unclaimed' && !isUnclaimed(row)) return done;
  const now = ctx.clock.now();
  if (!(await findMail(ctx, siteId, job.id))) {
    const made = await makeMail(
      ctx,
      {
        siteId,
        id: job.id,
        kind: alert,
        conversationId: row.id,
        address: person.email,
        staffId: person.id,
        messageId: messageIdOf(ctx, job.id),
        state: 'sending',
      },
      { siteId, address: person.email, visitorId: null, isProven: 'staff' },
    );
    if (!made) return { kind: 'later', at: now + hour };
  }
  const mail = assertPresent(await findMail(ctx, siteId, job.id), 'the job’s mail was just made');
  const language = mailLanguage(mainLanguage(site.settings));
  const { texts, tag } = language;
  // The team's hours are in it.
  const zone = zoneFor(site.settings.hours.zone, site.settings.hours.zone);
  const visitorName = visitor.name || texts.somebody;
  const promiseAt = row.promiseAt ?? row.createdAt;
  const values = {
    subject: row.subject,
    visitor: visitorName,
    name: message?.author.name ?? '',
    time: mailTime(alert === 'unclaimed' ? row.createdAt : promiseAt, tag, zone),
  };
  return deliver(ctx, mail, {
    fromName: site.name,
    subject: `[${site.name}] ${fill(texts[`${alert}Subject`], values)}`,
    replyTo: visitor.email ?? undefined,
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [fill(texts[`${alert}Text`], values)],
      quotes: message
        ? [
            {
              who: message.author.kind === 'visitor' ? visitorName : message.author.name,
              when: mailTime(message.at, tag, zone),
              rich: message.rich,
              files: message.attachments.length
                ? fill(texts.files, { names: message.attachments.map(({ name }) => name).join(', ') })
                : '',
            },
          ]
        : [],
      action: {
        label: texts.openInbox,
        href: ctx.config.publicUrl + inboxPath(siteId, row.id),
        note: '',
      },
      footer: [fill(texts.whyStaff, { site: site.name })],
      stop: { label: texts.stop, href: stopLink(ctx, mail.id) },
    },
  });
};
