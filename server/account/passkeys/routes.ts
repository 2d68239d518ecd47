import * as contract from '../../../shared/account/passkeys/routes.ts';
import * as schema from '../../../shared/account/passkeys/schema.ts';
import { account } from '../../../shared/account/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { me } from '../../../shared/core/people/staff.ts';
import type { Context } from '../../context.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import { type Api, mount } from '../../core/http/mount.ts';
import { beginStep, finishStep } from '../../core/people/logins/steps.ts';
import { startLogin, takeCookies } from '../../core/people/staff/loginCookies.ts';
import { prove } from '../../core/people/staff/prove.ts';
import { toMeView } from '../../core/people/staff/queries.ts';
import { recordOwnAudit } from '../../core/people/staff/writes.ts';
import { planNotice } from '../notices.ts';
import { findPasskey, listPasskeys } from '../queries.ts';
import type { passkeys } from '../tables.ts';
import { toView } from '../view.ts';
import { countPasskey, deletePasskey, insertPasskey } from '../writes.ts';
import { newChallenge, newCreation, readCreation, readSignature } from './ceremony.ts';

/** Passkeys of one person. */
const maxPasskeys = 20;

const tooLate = () => new Failure('conflict', 'That took too long. Start again.');

/** Adding: the browser is told what to make, after its person has shown that it's they. */
const mountAdd = (api: Api): void => {
  mount(
    api,
    contract.postPasskeyOptions,
    {
      access: 'session',
      rate: 'staff',
      body: schema.beginPasskey,
      reply: schema.creation,
      maxBytes: 4_096,
      operationId: 'startPasskey',
      summary: 'Start adding a passkey; the answer is for the browser’s WebAuthn API',
    },
    async ({ ctx, session, body, address, hono, headers }) => {
      await prove(ctx, session, address, body.proof);
      const known = await listPasskeys(ctx, session.staff.id);
      if (known.length >= maxPasskeys)
        throw new Failure('conflict', 'You have as many passkeys as an account can. Remove one first.');
      const creation = await newCreation(ctx, session.staff, known);
      await beginStep(ctx, hono, 'passkey', { challenge: creation.challenge, session: session.hash });
      takeCookies(hono, headers);
      return creation;
    },
  );

  mount(
    api,
    contract.postPasskey,
    {
      access: 'session',
      rate: 'staff',
      body: schema.addPasskey,
      reply: account,
      operationId: 'addPasskey',
      summary: 'Add a passkey to your own account',
    },
    async (call) => {
      const { ctx, session, body, hono, headers } = call;
      const step = await finishStep(ctx, hono, 'passkey');
      takeCookies(hono, headers);
      if (!step?.['challenge'] || step['session'] !== session.hash) throw tooLate();
      const made = await readCreation(ctx, body.credential, step['challenge']);
      if (!made) throw new Failure('invalid', 'This passkey couldn’t be checked. Try again.');
      const now = ctx.clock.now();
      const staffId = session.staff.id;
      const row = { id: newId(now), staffId, ...made, name: body.name, createdAt: now, usedAt: null };
      const notice = await planNotice(ctx, staffId, 'passkeyAdded');
      await ctx.database.write((tx) => [insertPasskey(tx, row), ...notice(tx)]);
      await recordOwnAudit(ctx, staffId, 'passkey_added');
      return toView(call);
    },
  );
};

const mountRemove = (api: Api): void =>
  mount(
    api,
    contract.postRemovePasskey,
    {
      access: 'session',
      rate: 'staff',
      body: schema.removePasskey,
      reply: account,
      maxBytes: 4_096,
      operationId: 'removePasskey',
      summary: 'Remove a passkey from your own account',
    },
    async (call) => {
      const { ctx, session, body, address } = call;
      await prove(ctx, session, address, body.proof);
      const staffId = session.staff.id;
      const notice = await planNotice(ctx, staffId, 'passkeyRemoved');
      const isRemoved = await ctx.database.write((tx) => [
        deletePasskey(tx, staffId, call.parameter('passkey')),
        ...notice(tx),
      ]);
      if (!isRemoved) throw notFound();
      await recordOwnAudit(ctx, staffId, 'passkey_removed');
      return toView(call);
    },
  );

/**
 * Takes a passkey whose signature is good. One that has counted has to go on counting: where it doesn't, there are two
 * of it, and which of them is its owner's can't be told.
 * @throws Failure `forbidden`
 */
const takePasskey = async (
  ctx: Context,
  passkey: typeof passkeys.$inferSelect,
  counter: number,
): Promise<void> => {
  const usedAt = ctx.clock.now();
  if (await ctx.database.write((tx) => [countPasskey(tx, passkey.id, { counter, usedAt })])) return;
  ctx.metrics.failedLogins.inc({ reason: 'passkey' });
  ctx.log.warn({ staff: passkey.staffId, passkey: passkey.id }, 'a passkey may have been copied');
  const notice = await planNotice(ctx, passkey.staffId, 'passkeyCopied');
  await ctx.database.write((tx) => notice(tx));
  await recordOwnAudit(ctx, passkey.staffId, 'passkey_copied');
  throw new Failure(
    'forbidden',
    'This passkey may have been copied, so it wasn’t accepted. Log in another way and replace it.',
  );
};

/** Logging in: the browser finds its passkey by itself, nobody types an address. */
const mountLogin = (api: Api): void => {
  mount(
    api,
    contract.postPasskeyChallenge,
    {
      access: 'anonymous',
      rate: 'login',
      reply: schema.challenge,
      operationId: 'startPasskeyLogin',
      summary: 'Start a login with a passkey; the answer is for the browser’s WebAuthn API',
    },
    async ({ ctx, hono, headers }) => {
      const made = await newChallenge(ctx);
      await beginStep(ctx, hono, 'passkey login', { challenge: made.challenge });
      takeCookies(hono, headers);
      return made;
    },
  );

  mount(
    api,
    contract.postPasskeyLogin,
    {
      access: 'anonymous',
      rate: 'login',
      body: schema.passkeyLogin,
      reply: me,
      maxBytes: 32_768,
      operationId: 'logInWithPasskey',
      summary: 'Log in with a passkey, which stands for both factors',
    },
    async ({ ctx, body, address, hono, headers }) => {
      const step = await finishStep(ctx, hono, 'passkey login');
      if (!step?.['challenge']) throw tooLate();
      const found = await findPasskey(ctx, body.credential.id);
      const counter = found && (await readSignature(ctx, body.credential, found.passkey, step['challenge']));
      if (!found || counter === null) {
        ctx.metrics.failedLogins.inc({ reason: 'passkey' });
        ctx.log.warn({ staff: found?.person.id ?? null, address, reason: 'passkey' }, 'login failed');
        if (found) await recordOwnAudit(ctx, found.person.id, 'login_failed');
        throw new Failure('unauthenticated', 'This passkey isn’t known here.');
      }
      await takePasskey(ctx, found.passkey, counter);
      await startLogin(ctx, hono, found.person.id);
      await recordOwnAudit(ctx, found.person.id, 'login');
      takeCookies(hono, headers);
      return toMeView(ctx, found.person);
    },
  );
};

/** Routes of passkeys. */
export const mountPasskeys = (api: Api): void => {
  mountAdd(api);
  mountRemove(api);
  mountLogin(api);
};
