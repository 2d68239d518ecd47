import { setups, sites } from '../core/people/sites/tables.ts';
import { siteChanged } from '../core/people/sites/sites.ts';
import { and, eq, gt } from 'drizzle-orm';
import { done } from '../../shared/core/conversations/schema.ts';
import * as contract from '../../shared/console/routes.ts';
import * as schema from '../../shared/console/schema.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { me } from '../../shared/core/people/staff.ts';
import type { Context } from '../context.ts';
import { decisive } from '../core/db/database.ts';
import { logs } from '../core/events/tables.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { startLogin, takeCookies } from '../core/people/staff/loginCookies.ts';
import { hashPassword } from '../core/people/staff/passwords.ts';
import { hashSecret } from '../core/people/secrets.ts';
import { describeMe } from '../core/people/staff/staff.ts';
import { invitations, memberships, sessions, staff } from '../core/people/staff/tables.ts';
import { forgetEnded } from './people.ts';

/** The key of the only row: who comes second finds it taken. */
const onlySetup = 'installation';

/** True while nobody is here: no account, no site, no set-up. */
export const isEmptyInstallation = async (ctx: Pick<Context, 'database'>): Promise<boolean> => {
  const found = await Promise.all([
    ctx.database.read.select({ id: setups.id }).from(setups).limit(1),
    ctx.database.read.select({ id: staff.id }).from(staff).limit(1),
    ctx.database.read.select({ id: sites.id }).from(sites).limit(1),
  ]);
  return found.every((rows) => rows.length === 0);
};

const findInvitation = async (ctx: Context, secret: string) => {
  const [row] = await ctx.database.read
    .select({
      hash: invitations.hash,
      siteId: sites.id,
      site: sites.name,
      staffId: staff.id,
      name: staff.name,
      email: staff.email,
    })
    .from(invitations)
    .innerJoin(sites, eq(sites.id, invitations.siteId))
    .innerJoin(staff, eq(staff.id, invitations.staffId))
    .where(and(eq(invitations.hash, hashSecret(secret)), gt(invitations.endsAt, ctx.clock.now())))
    .limit(1);
  if (!row) throw new Failure('not_found', 'This link no longer works. Request a new one.');
  return row;
};

/** Wrong codes are counted as wrong passwords are; the right one is let through however many others try. */
const admitCode = async (ctx: Context, code: string, address: string): Promise<void> => {
  if (ctx.setupCode.fits(code) && (await isEmptyInstallation(ctx))) return;
  await ctx.loginThrottle.admit('setup', address, null);
  throw new Failure(
    'forbidden',
    'This setup link has been used or the server has restarted. Use the latest link in the server’s output.',
  );
};

/** The two doors without a password: an invitation's link, and the first run's code. */
export const mountEntry = (api: Api): void => {
  mount(
    api,
    contract.readInvitation,
    {
      access: 'stranger',
      rate: 'login',
      body: schema.welcomeLink,
      reply: schema.welcomeReply,
      mostBytes: 4_096,
      summary: 'Get who an invitation is for',
    },
    async ({ ctx, body }) => {
      const { name, email, site } = await findInvitation(ctx, body.secret);
      return { name, email, site };
    },
  );

  mount(
    api,
    contract.acceptInvitation,
    {
      access: 'stranger',
      rate: 'login',
      body: schema.welcomePassword,
      reply: me,
      mostBytes: 8_192,
      summary: 'Accept an invitation: set a password and log in; the link works once',
    },
    async ({ ctx, body, hono, headers }) => {
      const found = await findInvitation(ctx, body.secret);
      const passwordHash = await hashPassword(body.password);
      const { applied } = await ctx.database.commit({
        site: found.siteId,
        events: [{ kind: siteChanged, subject: found.siteId, audience: 'staff' }],
        write: (tx) => [
          decisive(tx.delete(invitations).where(eq(invitations.hash, found.hash))),
          tx.delete(invitations).where(eq(invitations.staffId, found.staffId)),
          // Only who has none gets one: a link must never be worth somebody's existing account.
          decisive(
            tx
              .update(staff)
              .set({ passwordHash, name: body.name })
              .where(and(eq(staff.id, found.staffId), eq(staff.passwordHash, ''))),
          ),
          tx.delete(sessions).where(eq(sessions.staffId, found.staffId)),
        ],
      });
      if (!applied) throw new Failure('not_found', 'This link no longer works. Request a new one.');
      await forgetEnded(ctx);
      await startLogin(ctx, hono, found.staffId);
      takeCookies(hono, headers);
      return describeMe(ctx, { id: found.staffId, name: body.name, email: found.email });
    },
  );

  mount(
    api,
    contract.checkSetupCode,
    {
      access: 'stranger',
      rate: 'login',
      body: schema.setupCode,
      reply: done,
      mostBytes: 4_096,
      summary: 'Check whether a setup link still works',
    },
    async ({ ctx, body, address }) => {
      await admitCode(ctx, body.code, address);
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.setUp,
    {
      access: 'stranger',
      rate: 'login',
      body: schema.setup,
      reply: schema.setupReply,
      summary: 'Create the first account and site, once, with the setup code',
    },
    async ({ ctx, body, address, hono, headers }) => {
      await admitCode(ctx, body.code, address);
      const now = ctx.clock.now();
      const [siteId, staffId] = [newId(now), newId(now)];
      const { owner, site } = body;
      const passwordHash = await hashPassword(owner.password);
      await ctx.database.write((tx) => [
        // A second machine, or a second click, ends here: the row is there.
        tx.insert(setups).values({ id: onlySetup, at: now }),
        tx.insert(sites).values({
          id: siteId,
          key: site.key,
          name: site.name,
          secret: newSecret(),
          origins: site.origins,
          settings: { ...ctx.settings.complete(site.settings), teamName: site.name },
          createdAt: now,
        }),
        tx.insert(logs).values({ siteId, head: 0, oldest: 1 }),
        tx.insert(staff).values({
          id: staffId,
          email: owner.email.toLowerCase(),
          name: owner.name,
          passwordHash,
          createdAt: now,
        }),
        tx.insert(memberships).values({ siteId, staffId, role: 'owner', createdAt: now }),
      ]);
      ctx.setupCode.end();
      await startLogin(ctx, hono, staffId);
      takeCookies(hono, headers);
      return {
        me: await describeMe(ctx, { id: staffId, name: owner.name, email: owner.email.toLowerCase() }),
        key: site.key,
      };
    },
  );
};
