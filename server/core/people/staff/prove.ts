import type { Proof } from '../../../../shared/core/people/siteSecret.ts';
import type { Context } from '../../../context.ts';
import { assertPresent } from '../../assertPresent.ts';
import { Failure } from '../../http/failure.ts';
import { codeTries } from './loginThrottle.ts';
import { verifyPassword } from './passwords.ts';
import { findAccount } from './queries.ts';
import type { Session } from './staff.ts';
import { recordOwnAudit, takeCode } from './writes.ts';

/**
 * Lets a person go on who shows that it's really they: a browser that was left open gives nothing away. Guessing is as
 * slow as at the door, and leaves the same traces.
 * @throws Failure `invalid` with the field, `limited`
 */
export const prove = async (
  ctx: Context,
  session: Session,
  address: string,
  { password, code }: Proof,
): Promise<void> => {
  const person = assertPresent(await findAccount(ctx, session.staff.id), 'a session ends with its person');
  await ctx.loginThrottle.admit(person.email, address, session.hash);
  let fits: boolean;
  if (password !== undefined) fits = await verifyPassword(person.passwordHash, password);
  else {
    ctx.limiter.take('login code', session.hash, codeTries);
    fits = person.totpSince !== null && (await takeCode(ctx, person, code ?? ''));
  }
  if (fits) return;
  ctx.metrics.failedLogins.inc({ reason: password === undefined ? 'code' : 'password' });
  ctx.log.warn({ staff: person.id, address }, 'a proof of who it is failed');
  await recordOwnAudit(ctx, person.id, 'proof_failed');
  throw new Failure('invalid', 'That’s not right. Try again.', {
    fields: { [password === undefined ? 'proof.code' : 'proof.password']: 'invalid' },
  });
};
