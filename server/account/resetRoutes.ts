import { canonicalEmail } from '../core/emailAddress.ts';
import { refuseCommon } from '../core/people/staff/commonPasswords.ts';
import { endOthers, setPassword, useReset } from './writes.ts';
import * as contract from '../../shared/account/routes.ts';
import * as schema from '../../shared/account/schema.ts';
import type { Context } from '../context.ts';
import { done } from '../../shared/core/conversations/schema.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { planJob } from '../core/jobs/queries.ts';
import { foldAddress } from '../core/mail/addresses.ts';
import { recordOwnAudit } from '../core/people/staff/writes.ts';
import { hashPassword, hasPassword } from '../core/people/staff/passwords.ts';
import { findStaffByEmail } from '../core/people/staff/queries.ts';
import { findPerson, findReset, findSiteOf, listSessions } from './queries.ts';
import { revokeStreams } from './ownAccount.ts';

/** Minimum response time, milliseconds: a write takes a few, and would tell that there is an account. */
const minResponseTime = 300;

/** Reset mails an address: three at once, then one an hour. */
const resets = { perMinute: 1 / 60, burst: 3 };

/** Plans the mail with the link, where the address has an account that can log in. */
const planReset = async (ctx: Context, email: string): Promise<void> => {
  const person = await findStaffByEmail(ctx, email);
  const siteId = person && hasPassword(person) ? await findSiteOf(ctx, person.id) : null;
  if (person && siteId) {
    const now = ctx.clock.now();
    await ctx.database.write((tx) => [
      planJob(
        tx,
        siteId,
        { kind: 'account.reset', key: `${person.id} ${now}`, payload: { staff: person.id }, runAt: now },
        now,
      ),
    ]);
  }
};

/** A new password by a link. */
export const mountReset = (api: Api): void => {
  mount(
    api,
    contract.postAskReset,
    {
      access: 'anonymous',
      rate: 'login',
      body: schema.askReset,
      reply: done,
      maxBytes: 4_096,
      operationId: 'requestPasswordReset',
      summary: 'Email a password reset link, if the account exists',
    },
    async ({ ctx, body }) => {
      const email = canonicalEmail(body.email);
      // Counted for everybody, so that the answer tells nothing.
      ctx.limiter.take('reset mail', foldAddress(email), resets);
      await Promise.all([planReset(ctx, email), ctx.clock.sleep(minResponseTime)]);
      return { done: true as const };
    },
  );

  mount(
    api,
    contract.postFinishReset,
    {
      access: 'anonymous',
      rate: 'login',
      body: schema.finishReset,
      reply: done,
      maxBytes: 8_192,
      operationId: 'finishPasswordReset',
      summary: 'Set a new password with the link and end every session',
    },
    async ({ ctx, body }) => {
      const gone = () => new Failure('not_found', 'This link no longer works. Request a new one.');
      const staffId = await findReset(ctx, body.secret);
      if (staffId === null) throw gone();
      const person = await findPerson(ctx, staffId);
      refuseCommon(body.password, 'password', person ? [person.name, person.email] : []);
      const passwordHash = await hashPassword(body.password);
      const ended = (await listSessions(ctx, staffId)).map(({ hash }) => hash);
      const applied = await ctx.database.write((tx) => [
        ...useReset(tx, staffId, body.secret, ctx.clock.now()),
        setPassword(tx, staffId, passwordHash),
        endOthers(tx, staffId, null),
      ]);
      if (!applied) throw gone();
      revokeStreams(ctx, ended);
      await recordOwnAudit(ctx, staffId, 'reset');
      return { done: true as const };
    },
  );
};
