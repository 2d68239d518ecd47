import ipaddr from 'ipaddr.js';
import type { Context } from '../../context.ts';
import { canonicalEmail } from '../emailAddress.ts';
import { Failure } from '../http/failure.ts';
import type { Site } from '../people/sites/sites.ts';
import type { Visitor } from '../people/visitors/visitor.ts';
import { type BlockRow, findBlocksFor, listSamePerson } from './queries.ts';

/** The shortest prefixes that one block may cover: wider would shut out a country. */
const minPrefix = { ipv4: 16, ipv6: 32 };

/** A network address or range in its one form; null for what is none, or too wide. */
export const readRange = (text: string): string | null => {
  const typed = text.trim();
  const isRange = typed.includes('/');
  if (!(isRange ? ipaddr.isValidCIDR(typed) : ipaddr.isValid(typed))) return null;
  const [start, prefix] = isRange
    ? ipaddr.parseCIDR(typed)
    : [ipaddr.process(typed), ipaddr.process(typed).kind() === 'ipv4' ? 32 : 128];
  return prefix < minPrefix[start.kind()] ? null : `${start.toString()}/${prefix}`;
};

/** True for an address in a range of {@link readRange}. */
export const isInRange = (address: string, range: string): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const [start, prefix] = ipaddr.parseCIDR(range);
  const parsed = ipaddr.process(address);
  return parsed.kind() === start.kind() && parsed.match([start, prefix] as [ipaddr.IPv4, number]);
};

/** True for a block that holds for somebody. */
const isFor = (block: BlockRow, address: string): boolean =>
  block.kind !== 'address' || isInRange(address, block.value);

/**
 * Refuses what somebody writes in public whom staff have blocked there, by themselves, their email or their address.
 * @throws Failure `forbidden`
 */
export const refuseBlockedWriter = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  { email, address }: { email: string; address: string },
): Promise<void> => {
  const emails = [email, visitor.email ?? ''].filter(Boolean).map(canonicalEmail);
  const blocks = await findBlocksFor(
    ctx,
    site.id,
    { visitors: await listSamePerson(ctx, site.id, visitor), emails, withAddresses: true },
    ctx.clock.now(),
  );
  if (blocks.some((block) => isFor(block, address)))
    throw new Failure('forbidden', 'You can’t post here any more.');
};
