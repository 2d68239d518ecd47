import { listColleagues } from '../people/staff/queries.ts';
import { mailDelays } from '../../../shared/core/people/alertRules.ts';
import type { Context } from '../../context.ts';
import type { NewJob } from '../jobs/work.ts';
import type { Planner, JobHandler } from '../jobs/handlers.ts';
import type { Colleague } from '../people/staff/colleagues.ts';
import { addOpenMinutes } from '../people/sites/hours.ts';
import { alertUnclaimed, sendAlert } from './staffMails.ts';
import { askAddress, goneAfter, sendReply, sendTranscript } from './visitorMails.ts';
import { sendForward } from './forwarding.ts';
import { sendAcknowledgement } from './acknowledgement.ts';
import { listTelling } from './queries.ts';

/** True when a note names somebody: `@Ada` or `@Ada Agent`, not as a part of a longer word or of an address. */
export const isMentioned = (body: string, name: string): boolean => {
  const text = body.toLowerCase();
  return [name, name.split(' ')[0] ?? name].some((called) => {
    const mention = `@${called.toLowerCase()}`;
    for (let place = text.indexOf(mention); place !== -1; place = text.indexOf(mention, place + 1)) {
      const [before = ' ', after = ' '] = [text[place - 1], text[place + mention.length]];
      if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
    }
    return false;
  });
};

/** The mails that follow from messages: each looks again, when its time comes, whether it is still wanted. */
export const planMails: Planner = async (ctx: Context, siteId, batch) => {
  const ids = batch.flatMap((event) =>
    event.kind === 'message.added' && event.subjectId !== null ? [event.subjectId] : [],
  );
  const site = ids.length ? await ctx.sites.byId(siteId) : null;
  if (!site) return [];
  const found = await listTelling(ctx.database, { site: siteId, ids: JSON.stringify(ids) });
  let colleagues: Colleague[] | undefined;
  const planned: NewJob[] = [];
  for (const message of found) {
    const { id, authorKind, authorId, visibility, conversationId, at, system, body, about } = message;
    const payload = { conversation: conversationId };
    // What a rule says is on the page; who writes by mail has no page.
    const isAutomatic = system?.kind === 'auto_reply' && about === 'mail';
    if (
      visibility === 'public' &&
      (authorKind === 'staff' || system?.kind === 'promise_moved' || isAutomatic)
    )
      planned.push({ kind: 'mail.reply', key: id, payload, runAt: about === 'mail' ? at : at + goneAfter });
    if (authorKind === 'visitor' && id === conversationId) {
      const runAt = addOpenMinutes(site.settings.hours, at, mailDelays[0]);
      if (runAt !== null) planned.push({ kind: 'alert.unclaimed', key: id, payload, runAt });
    }
    if (visibility === 'note' && authorKind === 'staff' && body.includes('@')) {
      colleagues ??= await listColleagues(ctx, siteId);
      for (const person of colleagues)
        if (person.id !== authorId && isMentioned(body, person.name))
          planned.push({
            kind: 'mail.alert',
            key: `mention ${id} ${person.id}`,
            payload: { ...payload, staff: person.id, alert: 'mention', message: id },
            runAt: at + goneAfter,
          });
    }
  }
  return planned;
};

export const mailJobs: Record<string, JobHandler> = {
  'mail.reply': sendReply,
  'mail.forward': sendForward,
  'mail.transcript': sendTranscript,
  'mail.acknowledge': sendAcknowledgement,
  'mail.confirm': askAddress,
  'mail.alert': sendAlert,
  'alert.unclaimed': alertUnclaimed,
};
