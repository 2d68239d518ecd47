import type * as schema from '../../shared/account/schema.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Call } from '../core/http/mount.ts';
import { countCodes, findPerson, listPasskeys, listSessions } from './queries.ts';

/** A call about one's own account. */
export type Own = Pick<Call<'session', unknown, unknown>, 'ctx' | 'session'>;

/** One's own account. */
export const toView = async ({ ctx, session }: Own): Promise<schema.Account> => {
  const person = assertPresent(await findPerson(ctx, session.staff.id), 'a session ends with its person');
  return {
    name: person.name,
    email: person.email,
    sessions: (await listSessions(ctx, person.id)).map((one) => ({
      // Its hash names a session and opens none.
      id: one.hash,
      device: one.device,
      createdAt: one.createdAt,
      seenAt: one.seenAt,
      isThis: one.hash === session.hash,
    })),
    secondFactorSince: person.totpSince,
    codesLeft: await countCodes(ctx, person.id),
    passkeys: (await listPasskeys(ctx, person.id)).map(({ id, name, isSynced, createdAt, usedAt }) => ({
      id,
      name,
      isSynced,
      createdAt,
      usedAt,
    })),
  };
};
