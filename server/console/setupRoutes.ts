import { canonicalEmail } from '../core/emailAddress.ts';
import { refuseCommon } from '../core/people/staff/commonPasswords.ts';
import { joinSite, makeInvitedAccount, setUpInstallation } from './writes/setup.ts';
import { siteChanged } from '../core/people/sites/sites.ts';
import { done } from '../../shared/core/conversations/schema.ts';
import * as contract from '../../shared/console/routes.ts';
import * as schema from '../../shared/console/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import { me } from '../../shared/core/people/staff.ts';
import type { Context } from '../context.ts';
import type { Decisive, Queries, Statement } from '../core/db/database.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { startLogin, takeCookies } from '../core/people/staff/loginCookies.ts';
import { hashPassword } from '../core/people/staff/passwords.ts';
import { toMeView } from '../core/people/staff/queries.ts';
import { forgetEnded } from './writes/people.ts';
import { type Invitation, isEmptyInstallation, findInvitation } from './queries/setup.ts';

/** Wrong codes are counted as wrong passwords are; the right one is let through however many others try. */
const admitCode = async (ctx: Context, code: string, address: string): Promise<void> => {
  if (ctx.setupCode.fits(code) && (await isEmptyInstallation(ctx))) return;
  await ctx.loginThrottle.admit('setup', address, null);
  throw new Failure(
    'forbidden',
    'This setup link has been used or the server has restarted. Use the latest link in the server’s output.',
  );
};

/** Uses an invitation up, with what comes of it. @throws Failure `not_found` when somebody was faster */
const commitJoin = async (
  ctx: Context,
  { siteId }: Invitation,
  write: (tx: Queries, now: number) => (Statement | Decisive)[],
): Promise<void> => {
  const now = ctx.clock.now();
  const { applied } = await ctx.database.commit({
    site: siteId,
    events: [{ kind: siteChanged, subject: siteId, audience: 'staff' }],
    write: (tx) => write(tx, now),
  });
  if (!applied) throw new Failure('not_found', 'This link no longer works. Request a new one.');
  await forgetEnded(ctx);
};

/** Whom an invitation is for, and how they join: with a first password, or with the account that they have. */
const mountWelcome = (api: Api): void => {
  mount(
    api,
    contract.readInvitation,
    {
      access: 'anonymous',
      rate: 'login',
      body: schema.welcomeLink,
      reply: schema.welcomeReply,
      maxBytes: 4_096,
      operationId: 'readMemberInvitation',
      summary: 'Get who an invitation is for',
    },
    async ({ ctx, body }) => {
      const { name, email, site, accountId, isProved } = await findInvitation(ctx, body.secret);
      // Whoever made the link holds it, too: it proves nothing, and tells nothing of the address.
      return { name, email, site, hasAccount: isProved && accountId !== null };
    },
  );

  mount(
    api,
    contract.acceptInvitation,
    {
      access: 'anonymous',
      rate: 'login',
      body: schema.welcomePassword,
      reply: done,
      maxBytes: 8_192,
      operationId: 'acceptMemberInvitation',
      summary:
        'Choose the password of an invitation’s address. The answer is the same where it has an account, which stays as it is: log in and join next',
    },
    async ({ ctx, body }) => {
      const found = await findInvitation(ctx, body.secret);
      refuseCommon(body.password, 'password', [body.name, found.email, found.site]);
      // The same work either way: neither the answer nor its time says whether there is an account.
      const passwordHash = await hashPassword(body.password);
      const now = ctx.clock.now();
      await ctx.database.write((tx) => [
        makeInvitedAccount(tx, found, { name: body.name, passwordHash }, now),
      ]);
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.joinSite,
    {
      access: 'session',
      rate: 'login',
      body: schema.welcomeLink,
      reply: me,
      maxBytes: 4_096,
      operationId: 'joinSite',
      summary: 'Accept an invitation with the account of its address',
    },
    async ({ ctx, body, session }) => {
      const found = await findInvitation(ctx, body.secret);
      // A provider vouches on its own site: for another the person shows themselves who they are.
      if (found.email !== session.staff.email || session.vouchedBy !== null)
        throw new Failure('forbidden', 'This invitation is for another address. Log in with that one.', {
          fields: { email: 'not_allowed' },
        });
      await commitJoin(ctx, found, (tx, now) => joinSite(tx, found, session.staff.id, now));
      return toMeView(ctx, session.staff);
    },
  );
};

/** The first account and site. */
const mountFirstSetup = (api: Api): void => {
  mount(
    api,
    contract.checkSetupCode,
    {
      access: 'anonymous',
      rate: 'login',
      body: schema.setupCode,
      reply: done,
      maxBytes: 4_096,
      operationId: 'checkSetupCode',
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
      access: 'anonymous',
      rate: 'login',
      body: schema.setup,
      reply: schema.setupReply,
      operationId: 'setUp',
      summary: 'Create the first account and site, once, with the setup code',
    },
    async ({ ctx, body, address, hono, headers }) => {
      await admitCode(ctx, body.code, address);
      const now = ctx.clock.now();
      const [siteId, staffId] = [newId(now), newId(now)];
      const { owner, site } = body;
      refuseCommon(owner.password, 'owner.password', [owner.name, owner.email, site.name, site.key]);
      const passwordHash = await hashPassword(owner.password);
      const settings = { ...ctx.settings.complete(site.settings), teamName: site.name };
      await ctx.database.write((tx) =>
        setUpInstallation(
          tx,
          { id: siteId, key: site.key, name: site.name, origins: site.origins, settings },
          { id: staffId, email: canonicalEmail(owner.email), name: owner.name, passwordHash },
          now,
        ),
      );
      ctx.setupCode.end();
      await startLogin(ctx, hono, staffId);
      takeCookies(hono, headers);
      return {
        me: await toMeView(ctx, { id: staffId, name: owner.name, email: canonicalEmail(owner.email) }),
        key: site.key,
      };
    },
  );
};

/** The two doors without a password: an invitation's link, and the first run's code. */
export const mountSetup = (api: Api): void => {
  mountWelcome(api);
  mountFirstSetup(api);
};
