import { derivedId } from '../../derivedId.ts';
import { canonicalEmail } from '../../emailAddress.ts';

/** The ID of the visitor that an address stands for, from its first mail on; of whom it was erased of, another. */
export const mailVisitorId = (siteId: string, address: string, erasedAt: number | null): string =>
  derivedId('mail visitor', siteId, canonicalEmail(address), String(erasedAt ?? ''));
