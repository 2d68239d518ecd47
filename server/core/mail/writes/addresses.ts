import { and, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import type { FieldCode } from '../../../../shared/core/errors.ts';
import type { Database, Queries, Statement } from '../../db/database.ts';
import { canonicalEmail } from '../../emailAddress.ts';
import { Failure } from '../../http/failure.ts';
import { mailAddresses } from '../tables.ts';

/**
 * The statements that make some addresses a site's, and no others but those of its mailboxes. Where one is another site's the commit fails with a
 * UniqueViolation: {@link refuseTakenAddresses} says which.
 */
export const claimAddresses = (tx: Queries, siteId: string, addresses: readonly string[]): Statement[] => [
  tx.delete(mailAddresses).where(and(eq(mailAddresses.siteId, siteId), isNull(mailAddresses.mailboxId))),
  ...addresses.map((address) =>
    tx.insert(mailAddresses).values({ address: canonicalEmail(address), siteId }),
  ),
];

/** Looks whether some addresses may be a site's. @throws Failure `invalid` with the field of each that is there twice or is another site's */
export const refuseTakenAddresses = async (
  ctx: { database: Database },
  siteId: string,
  addresses: readonly string[],
): Promise<void> => {
  if (addresses.length === 0) return;
  const keys = addresses.map(canonicalEmail);
  const rows = await ctx.database.read
    .select({ address: mailAddresses.address })
    .from(mailAddresses)
    .where(
      and(
        inArray(mailAddresses.address, keys),
        or(ne(mailAddresses.siteId, siteId), isNotNull(mailAddresses.mailboxId)),
      ),
    );
  const taken = new Set(rows.map(({ address }) => address));
  const fields: Record<string, FieldCode> = {};
  for (const [place, key] of keys.entries())
    if (taken.has(key) || keys.indexOf(key) < place)
      fields[`settings.mail.addresses.${place}.address`] = 'taken';
  if (Object.keys(fields).length > 0)
    throw new Failure('invalid', 'An email address is already in use.', { fields });
};
