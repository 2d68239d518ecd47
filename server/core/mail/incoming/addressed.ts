import type { Context } from '../../../context.ts';
import { canonicalEmail, isSameEmail } from '../../emailAddress.ts';
import { type SiteAddress, siteAddresses } from '../connected/siteAddresses.ts';
import type { Site } from '../../people/sites/sites.ts';
import type { Envelope } from '../reading/envelope.ts';
import { findOwners } from './queries.ts';

/** Addresses of one mail's headers that are looked at. */
const maxLooked = 60;

/** Where a mail came in: a site, and the address of it that it names. */
export interface Addressed {
  site: Site;
  address: SiteAddress;
}

/** The addresses in lines of headers, in the form they are compared in; one pass, whatever the lines are. */
export const addressesIn = (lines: readonly string[]): string[] => {
  const found = new Set<string>();
  for (const line of lines) {
    // What stands in quotes before an address is a name.
    const text = line.slice(0, 20_000).replace(/"[^"]{0,200}"\s*(?=<)/g, ' ');
    for (const [address] of text.matchAll(
      /(?<![^\s<>,;:"'()[\]])[^\s<>,;:"'()[\]@]{1,64}@[^\s<>,;:"'()[\]@]{1,253}/g,
    )) {
      found.add(canonicalEmail(address));
      if (found.size >= maxLooked) return [...found];
    }
  }
  return [...found];
};

const withoutTag = (address: string): string => address.replace(/\+[^@]*(?=@)/, '');

/**
 * The site whose address a mail names first: what the last mail server added comes before what the sender wrote. An
 * address with a tag (`help+shop@`) is the same as without, unless it is one of its own.
 * @param only the one site that is looked at
 */
export const findAddressed = async (
  ctx: Context,
  { recipients }: Envelope,
  only?: string,
): Promise<Addressed | null> => {
  const named = addressesIn(recipients).flatMap((address) => [...new Set([address, withoutTag(address)])]);
  if (named.length === 0) return null;
  const owners = await findOwners(ctx, named);
  for (const name of named) {
    const owner = owners.find(({ address }) => address === name);
    const site = owner && (await ctx.sites.byId(owner.siteId));
    if (!site || (only !== undefined && site.id !== only)) continue;
    const address = (await siteAddresses(ctx, site)).find((one) => isSameEmail(one.address, name));
    if (address) return { site, address };
  }
  return null;
};

/** True when a list that a mail came through is the site's own address: a group that its team reads. */
export const isOwnList = ({ address }: SiteAddress, { lists }: Envelope): boolean =>
  addressesIn(lists.map((line) => line.replaceAll(/mailto:/gi, ' '))).includes(canonicalEmail(address));
