import type { Context } from '../../../context.ts';
import { derivedId } from '../../derivedId.ts';
import { canonicalEmail, isSameEmail } from '../../emailAddress.ts';
import type { Site } from '../../people/sites/sites.ts';
import { findVisitorRow } from '../../people/visitors/queries.ts';
import { mailVisitorId } from '../../people/visitors/mailVisitorId.ts';
import type { Visitor } from '../../people/visitors/visitor.ts';

/**
 * The visitor that an address stands for: one for all its mails. Nothing authorises them, and nothing says for certain
 * who they are; where somebody logged in as them since, that person is let be and the mail's is another.
 */
export const mailVisitorOf = async (
  ctx: Context,
  site: Site,
  from: string,
  mailId: string,
): Promise<Visitor & { blocked: boolean }> => {
  const key = canonicalEmail(from);
  const erasedAt = await ctx.tombstones.erasedAt(site.id, 'email', key);
  const ids = [mailVisitorId(site.id, key, erasedAt), derivedId('mail visitor', mailId)];
  for (const id of ids) {
    const row = await findVisitorRow(ctx, site.id, id);
    const isOther =
      row !== null && (row.subject !== null || row.emailSigned || !isSameEmail(row.email ?? '', key));
    if (isOther && id !== ids.at(-1)) continue;
    return {
      id,
      siteId: site.id,
      name: row?.name ?? null,
      email: row?.email ?? null,
      emailVerified: row?.emailVerifiedAt != null,
      blocked: row?.blockedAt != null,
      subject: null,
      isNew: row === null,
      secretHash: '',
    };
  }
  throw new Error('the last id is always taken');
};
