import { acceptInvitation, setUpInstallation } from './writes/setup.ts';
import { siteChanged } from '../core/people/sites/sites.ts';
import { done } from '../../shared/core/conversations/schema.ts';
import * as contract from '../../shared/console/routes.ts';
import * as schema from '../../shared/console/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import { me } from '../../shared/core/people/staff.ts';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { startLogin, takeCookies } from '../core/people/staff/loginCookies.ts';
import { hashPassword } from '../core/people/staff/passwords.ts';
import { describeMe } from '../core/people/staff/queries.ts';
import { forgetEnded } from './writes/people.ts';
import { isEmptyInstallation, findInvitation } from './queries/setup.ts';

/** Wrong codes are counted as wrong passwords are; the right one is let through however many others try. */
const admitCode = async (ctx: Context, code: string, address: string): Promise<void> => {
  if (ctx.setupCode.fits(code) && (await isEmptyInstallation(ctx))) return;
  await ctx.loginThrottle.admit('setup', address, null);
  throw new Failure('forbidden', 'This address works once. Look for the newest one where the server prints.');
};

/** Whom an invitation is for, and their first password. */
const mountWelcome = (api: Api): void => {
  mount(
    api,
    contract.readInvitation,
    {
      access: 'stranger',
      rate: 'login',
      body: schema.welcomeLink,
      reply: schema.welcomeReply,
      mostBytes: 4_096,
      summary: 'Whom an invitation is for',
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
      summary: 'Set the password that an invitation asks for, and log in; the link works once',
    },
    async ({ ctx, body, hono, headers }) => {
      const found = await findInvitation(ctx, body.secret);
      const passwordHash = await hashPassword(body.password);
      const { applied } = await ctx.database.commit({
        site: found.siteId,
        events: [{ kind: siteChanged, subject: found.siteId, audience: 'staff' }],
        write: (tx) => acceptInvitation(tx, found, { name: body.name, passwordHash }),
      });
      if (!applied) throw new Failure('not_found', 'This link does not work any more. Ask for a new one.');
      await forgetEnded(ctx);
      await startLogin(ctx, hono, found.staffId);
      takeCookies(hono, headers);
      return describeMe(ctx, { id: found.staffId, name: body.name, email: found.email });
    },
  );
};

/** The first account and site. */
const mountFirstSetup = (api: Api): void => {
  mount(
    api,
    contract.checkSetupCode,
    {
      access: 'stranger',
      rate: 'login',
      body: schema.setupCode,
      reply: done,
      mostBytes: 4_096,
      summary: 'Whether a set-up address still works',
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
      summary: 'Make the first account and the first site, once, with the code that the server printed',
    },
    async ({ ctx, body, address, hono, headers }) => {
      await admitCode(ctx, body.code, address);
      const now = ctx.clock.now();
      const [siteId, staffId] = [newId(now), newId(now)];
      const { owner, site } = body;
      const passwordHash = await hashPassword(owner.password);
      const settings = { ...ctx.settings.complete(site.settings), teamName: site.name };
      await ctx.database.write((tx) =>
        setUpInstallation(
          tx,
          { id: siteId, key: site.key, name: site.name, origins: site.origins, settings },
          { id: staffId, email: owner.email.toLowerCase(), name: owner.name, passwordHash },
          now,
        ),
      );
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

/** The two doors without a password: an invitation's link, and the first run's code. */
export const mountEntry = (api: Api): void => {
  mountWelcome(api);
  mountFirstSetup(api);
};
