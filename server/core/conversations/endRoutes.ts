import { assertPresent } from '../assertPresent.ts';
import { insertNotice } from './writes/notices.ts';
import { findMessages } from './queries/messages.ts';
import * as contract from '../../../shared/core/conversations/endRoutes.ts';
import * as schema from '../../../shared/core/conversations/endSchema.ts';
import { done, type Notice, visitorConversation } from '../../../shared/core/conversations/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { canonicalEmail } from '../emailAddress.ts';
import { fingerprint } from '../people/secrets.ts';
import type { Context } from '../../context.ts';
import { noticeEvent, type NewNotice } from './notices.ts';
import { type ConversationRow, findConversation } from './queries/conversations.ts';
import { toVisitorViews } from './queries/visitorView.ts';
import { changed } from './changes.ts';
import { decisive, type Queries, type Statement } from '../db/database.ts';
import { Failure, notFound } from '../http/failure.ts';
import { type Api, type Call, mount } from '../http/mount.ts';
import { planJob } from '../jobs/queries.ts';
import { findMail } from '../mail/queries.ts';
import { makeTranscript } from '../mail/transcripts.ts';
import { listColleagues } from '../people/staff/queries.ts';
import { rateConversation, scaledOf } from './rating.ts';
import { findVisitorRow } from '../people/visitors/queries.ts';
import { blockVisitor, setEmail, setStatus } from './writes/ending.ts';

/** Transcripts that a visitor may ask for: three at once, then one in six hours. */
const transcripts = { perMinute: 1 / 360, burst: 3 };
/** And from one network address: six at once, then one in half an hour. */
const transcriptsFrom = { perMinute: 1 / 30, burst: 6 };
/** Messages that a visitor may report: five at once, then one an hour. */
const reports = { perMinute: 1 / 60, burst: 5 };

const ownConversation = async ({ ctx, site, visitor, parameter }: Call<'visitor', unknown, unknown>) => {
  const row = await findConversation(ctx, site.id, parameter('conversation'), visitor.id);
  if (!row) throw notFound();
  return row;
};

const toView = async (ctx: Context, row: ConversationRow) =>
  assertPresent((await toVisitorViews(ctx, row.siteId, [row.id]))[0], 'one row has one view');

/** Writes what happened to the row, and a notice that says so, in one commit. */
const commitNotice = async (
  ctx: Context,
  row: ConversationRow,
  visibility: 'public' | 'note',
  notice: Notice,
  write: (tx: Queries, now: number) => Statement[],
): Promise<void> => {
  const now = ctx.clock.now();
  const added: NewNotice = { id: newId(now), visibility, notice };
  await ctx.database.commit({
    site: row.siteId,
    events: [noticeEvent(row, added), changed(row)],
    write: (tx, seq) => [...write(tx, now), ...insertNotice(tx, row, added, seq, now)],
  });
};

/** Ending a conversation, and rating it. */
const mountEnding = (api: Api): void => {
  mount(
    api,
    contract.postEnd,
    {
      access: 'visitor',
      rate: 'write',
      reply: visitorConversation,
      operationId: 'endConversation',
      summary: 'End the conversation as the visitor',
    },
    async (call) => {
      const { ctx } = call;
      const row = await ownConversation(call);
      if (row.status !== 'closed')
        await commitNotice(ctx, row, 'public', { kind: 'ended', values: {} }, (tx, now) => [
          setStatus(tx, row, 'closed', now),
        ]);
      return toView(ctx, row);
    },
  );

  mount(
    api,
    contract.postRating,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.rate,
      reply: visitorConversation,
      operationId: 'rateConversation',
      summary: 'Rate the conversation as the visitor',
    },
    async (call) => {
      const { ctx, body } = call;
      const row = await ownConversation(call);
      await rateConversation(ctx, row, scaledOf(body), body.comment);
      return toView(ctx, row);
    },
  );
};

/** Sending what was written to an address. */
const mountTranscript = (api: Api): void => {
  mount(
    api,
    contract.postTranscript,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.askTranscript,
      reply: schema.transcriptReply,
      operationId: 'sendTranscript',
      summary: 'Email the conversation',
    },
    async (call) => {
      const { ctx, site, body, visitor, address } = call;
      const row = await ownConversation(call);
      const before = await findMail(ctx, site.id, body.id);
      if (before) {
        if (before.conversationId !== row.id || before.kind !== 'transcript')
          throw new Failure('conflict', 'This ID has already been used for something else.');
        return { state: before.state };
      }
      ctx.limiter.take('transcript', visitor.id, transcripts);
      ctx.limiter.take('transcript address', address, transcriptsFrom);
      return { state: await makeTranscript(ctx, row, body) };
    },
  );
};

/** Leaving an address for the answer. */
const mountContact = (api: Api): void => {
  mount(
    api,
    contract.postContact,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.leaveContact,
      reply: done,
      operationId: 'leaveContact',
      summary: 'Leave an email address for replies',
    },
    async (call) => {
      const { ctx, site, body } = call;
      const row = await ownConversation(call);
      const now = ctx.clock.now();
      await ctx.database.commit({
        site: site.id,
        events: [changed(row)],
        write: (tx) => [
          setEmail(tx, row, body.email),
          planJob(
            tx,
            site.id,
            {
              kind: 'mail.reply',
              // A key outlives an erasure: the address stands in it as a hash that nobody can guess at.
              key: `contact ${row.id} ${row.lastSeq} ${fingerprint(ctx.secrets.signing, canonicalEmail(body.email))}`,
              payload: { conversation: row.id },
              runAt: now,
            },
            now,
          ),
        ],
      });
      return { done: true as const };
    },
  );
};

/** Reporting a message of staff. */
const mountReport = (api: Api): void => {
  mount(
    api,
    contract.postReport,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.report,
      reply: done,
      operationId: 'reportMessage',
      summary: 'Report a message to the owners',
    },
    async (call) => {
      const { ctx, site, body } = call;
      const row = await ownConversation(call);
      const [message] = await findMessages(ctx, site.id, [body.message]);
      if (
        message?.conversationId !== row.id ||
        message.visibility !== 'public' ||
        message.authorKind !== 'staff'
      )
        throw notFound();
      const people = await listColleagues(ctx, site.id);
      const owners = people.filter(({ role }) => role === 'owner');
      const notified = owners.length ? owners : people;
      const now = ctx.clock.now();
      const plan = (tx: Queries, staffId: string): Statement =>
        planJob(
          tx,
          site.id,
          {
            kind: 'mail.alert',
            key: `report ${message.id} ${staffId}`,
            payload: { conversation: row.id, staff: staffId, alert: 'report', message: message.id },
            runAt: now,
          },
          now,
        );
      ctx.limiter.take('report', row.visitorId, reports);
      const notice: NewNotice = {
        id: newId(now),
        visibility: 'note',
        notice: { kind: 'reported', values: { message: message.id } },
      };
      await ctx.database.commit({
        site: site.id,
        events: [noticeEvent(row, notice), changed(row)],
        write: (tx, seq) => [
          // Reported before: the job is there, and nothing is written.
          ...notified.map(({ id }, place) => (place === 0 ? decisive(plan(tx, id)) : plan(tx, id))),
          ...insertNotice(tx, row, notice, seq, now),
        ],
      });
      return { done: true as const };
    },
  );
};

/** Blocking a visitor. */
const mountBlock = (api: Api): void => {
  mount(
    api,
    contract.postBlock,
    {
      access: 'staff',
      rate: 'staff',
      body: schema.block,
      reply: done,
      operationId: 'blockVisitor',
      scope: 'people:write',
      summary: 'Block or unblock a visitor',
    },
    async ({ ctx, site, session, parameter, body }) => {
      const row = await findConversation(ctx, site.id, parameter('conversation'));
      if (!row) throw notFound();
      const visitor = await findVisitorRow(ctx, site.id, row.visitorId);
      if ((visitor?.blockedAt != null) !== body.blocked)
        await commitNotice(
          ctx,
          row,
          'note',
          {
            kind: body.blocked ? 'blocked' : 'unblocked',
            values: { by: session.staff.name, byId: session.staff.id },
          },
          (tx, now) => [blockVisitor(tx, row, body.blocked ? now : null)],
        );
      return { done: true as const };
    },
  );
};

/** Routes of ending a conversation of any kind, not chats alone. */
export const mountConversationEnd = (api: Api): void => {
  mountEnding(api);
  mountTranscript(api);
  mountContact(api);
  mountReport(api);
  mountBlock(api);
};
