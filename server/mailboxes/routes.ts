import * as contract from '../../shared/mailboxes/routes.ts';
import { maxMailboxes } from '../../shared/mailboxes/limits.ts';
import * as schema from '../../shared/mailboxes/schema.ts';
import { UniqueViolation } from '../core/db/database.ts';
import { writtenEmail } from '../core/emailAddress.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, type Call, mount } from '../core/http/mount.ts';
import {
  changeConnected,
  type ConnectedMailbox,
  deleteConnected,
  findConnected,
  insertConnected,
  listConnected,
} from '../core/mail/connected/queries.ts';
import { planJob } from '../core/jobs/queries.ts';
import { changedLogin } from './changedLogin.ts';
import { refuseTaken } from './check.ts';
import { beginConsent } from './consent.ts';
import { newMailbox } from './newMailbox.ts';
import { newTest } from './testMail.ts';
import { toMailboxesView } from './views.ts';

const forAdmins = { access: 'staff', rate: 'staff', role: 'admin' } as const;
const listed = { ...forAdmins, reply: schema.mailboxes };

/** @throws Failure `not_found` */
export const mailboxOf = async ({
  ctx,
  site,
  parameter,
}: Pick<Call<'staff', unknown, unknown>, 'ctx' | 'site' | 'parameter'>): Promise<ConnectedMailbox> => {
  const row = await findConnected(ctx, site.id, parameter('mailbox'));
  if (!row) throw notFound();
  return row;
};

const mountAdding = (api: Api): void => {
  mount(
    api,
    contract.listMailboxes,
    { operationId: 'listMailboxes', scope: 'settings:read', ...listed, summary: 'List connected mailboxes' },
    ({ ctx, site }) => toMailboxesView(ctx, site.id),
  );

  mount(
    api,
    contract.addMailbox,
    {
      operationId: 'addMailbox',
      scope: 'settings:write',
      ...listed,
      body: schema.addMailbox,
      summary: 'Connect a mailbox',
    },
    async ({ ctx, site, body: given }) => {
      const known = await listConnected(ctx, site.id);
      if (known.some(({ id }) => id === given.id)) return toMailboxesView(ctx, site.id);
      if (known.length >= maxMailboxes)
        throw new Failure('invalid', 'There are as many mailboxes as there can be.', {
          fields: { id: 'too_many' },
        });
      await refuseTaken(ctx, given.address, given.id);
      const row = newMailbox(ctx, site.id, given);
      await ctx.database
        .write((tx) => insertConnected(tx, row))
        .catch(async (error: unknown) => {
          // Somebody took the address, or added the same one, at the same moment.
          if (error instanceof UniqueViolation) await refuseTaken(ctx, given.address, given.id);
          else throw error;
        });
      return toMailboxesView(ctx, site.id);
    },
  );
};

const mountChanging = (api: Api): void => {
  mount(
    api,
    contract.changeMailbox,
    {
      operationId: 'changeMailbox',
      scope: 'settings:write',
      ...listed,
      body: schema.changeMailbox,
      summary: 'Change, pause or resume a connected mailbox',
    },
    async (call) => {
      const { ctx, site, body } = call;
      const row = await mailboxOf(call);
      const { imap, smtp, password, smtpPassword, client, user, address, ...given } = body;
      const login = changedLogin(ctx, row, body);
      if (address !== undefined) await refuseTaken(ctx, address, row.id);
      const connects = given.paused !== undefined || Object.keys(login).length > 0;
      const change: Partial<ConnectedMailbox> = Object.fromEntries(
        Object.entries({
          ...given,
          ...(address !== undefined && { address: writtenEmail(address) }),
          ...login,
          // Who changes it has mended it: it begins anew, and at once.
          ...(connects && {
            revision: row.revision + 1,
            fault: null,
            faultSince: null,
            toldAt: null,
            sendFault: null,
            sendFaultSince: null,
          }),
        }).filter(([, value]) => value !== undefined),
      );
      await ctx.database
        .write((tx) => changeConnected(tx, row, change))
        .catch(async (error: unknown) => {
          if (error instanceof UniqueViolation && address !== undefined)
            await refuseTaken(ctx, address, row.id);
          throw error;
        });
      return toMailboxesView(ctx, site.id);
    },
  );

  mount(
    api,
    contract.deleteMailbox,
    {
      operationId: 'deleteMailbox',
      scope: 'settings:write',
      ...listed,
      summary: 'Disconnect a mailbox; its emails stay where they are',
    },
    async ({ ctx, site, parameter }) => {
      await ctx.database.write((tx) => deleteConnected(tx, { siteId: site.id, id: parameter('mailbox') }));
      return toMailboxesView(ctx, site.id);
    },
  );
};

/** Tests that a site may have made: a few at once, then one every few seconds. */
const tests = { perMinute: 6, burst: 10 };

const mountTesting = (api: Api): void =>
  mount(
    api,
    contract.testMailbox,
    {
      operationId: 'testMailbox',
      scope: 'settings:write',
      ...listed,
      body: schema.testMailbox,
      summary: 'Send an email from a connected mailbox to itself and look up the records of its domain',
    },
    async (call) => {
      const { ctx, site, body } = call;
      const row = await mailboxOf(call);
      if (row.test?.id === body.id) return toMailboxesView(ctx, site.id);
      ctx.limiter.take('mailbox test', site.id, tests);
      const now = ctx.clock.now();
      await ctx.database.write((tx) => [
        ...changeConnected(tx, row, { test: newTest(body.id, body.selector ?? null, now) }),
        planJob(
          tx,
          site.id,
          { kind: 'mailbox.test', key: body.id, payload: { mailbox: row.id }, runAt: now },
          now,
        ),
      ]);
      return toMailboxesView(ctx, site.id);
    },
  );

const mountConsent = (api: Api): void =>
  mount(
    api,
    contract.askConsent,
    {
      access: 'staff',
      rate: 'staff',
      role: 'admin',
      operationId: 'askMailboxConsent',
      scope: null,
      person: 'The provider sends the browser back, which has to be logged in.',
      reply: schema.consentPage,
      summary: 'Begin to ask Google or Microsoft for consent to a mailbox',
    },
    async (call) => ({ url: await beginConsent(call.ctx, await mailboxOf(call), call.session) }),
  );

/** Mailboxes of a site, for owners and admins. */
export const mountMailboxes = (api: Api): void => {
  mountAdding(api);
  mountChanging(api);
  mountTesting(api);
  mountConsent(api);
};
