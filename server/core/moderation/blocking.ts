import type { AddBlock, Block, BlockReply } from '../../../shared/core/moderation/schema.ts';
import type { BlockKind } from '../../../shared/core/moderation/states.ts';
import type { Context } from '../../context.ts';
import { assertPresent } from '../assertPresent.ts';
import type { NewEvent } from '../db/database.ts';
import { canonicalEmail } from '../emailAddress.ts';
import { Failure, notFound } from '../http/failure.ts';
import type { Site } from '../people/sites/sites.ts';
import { readRange } from './blocks.ts';
import { type BlockRow, findBlock, listBlockRows, maxBlocks } from './queries.ts';
import { hideAllOf, kindOf } from './queue.ts';
import { insertBlock, removeBlock } from './writes.ts';

const day = 24 * 3_600_000;

export const moderationChanged = 'moderation.changed';

const changedEvent = (subject: string): NewEvent => ({ kind: moderationChanged, subject, audience: 'staff' });

const refuse = (field: string): Failure =>
  new Failure('invalid', 'A field isn’t valid.', { fields: { [field]: 'invalid' } });

export const toBlockView = ({ id, kind, label, note, until, createdAt }: BlockRow): Block => ({
  id,
  kind,
  label,
  note,
  until,
  at: createdAt,
});

/** Whom a block is for, and what staff read of them. */
interface Blocked {
  kind: BlockKind;
  value: string;
  label: string;
  /** The author whose other contributions may be hidden, too. */
  visitorId: string | null;
}

/** @throws Failure `invalid` for what can't be blocked, `not_found` */
const readBlocked = async (ctx: Context, site: Site, of: AddBlock['of']): Promise<Blocked> => {
  if ('email' in of)
    return { kind: 'email', value: canonicalEmail(of.email), label: of.email, visitorId: null };
  if ('address' in of) {
    const range = readRange(of.address);
    if (range === null) throw refuse('of.address');
    return { kind: 'address', value: range, label: range.replace(/\/(?:32|128)$/, ''), visitorId: null };
  }
  const [item] = await kindOf(ctx, of.item.kind).find(site, [of.item.id]);
  if (!item) throw notFound();
  const { visitorId, email, name } = item.author;
  if (of.by === 'email') {
    if (email === null) throw refuse('of.by');
    return { kind: 'email', value: canonicalEmail(email), label: email, visitorId };
  }
  // Staff aren't blocked, and who was erased is nobody.
  if (visitorId === null) throw refuse('of.by');
  return { kind: 'visitor', value: visitorId, label: name, visitorId };
};

/** Blocks somebody. The same id again changes nothing. */
export const addBlock = async (
  ctx: Context,
  site: Site,
  staffId: string,
  { id, of, note = '', days, hides = false }: AddBlock,
): Promise<BlockReply> => {
  const before = await findBlock(ctx, site.id, id);
  if (before) return { block: toBlockView(before), hidden: [] };
  const { visitorId, ...blocked } = await readBlocked(ctx, site, of);
  const now = ctx.clock.now();
  if ((await listBlockRows(ctx, site.id, now)).length >= maxBlocks)
    throw new Failure('invalid', 'There are too many blocks.', { fields: { of: 'too_many' } });
  await ctx.database.commit({
    site: site.id,
    events: [changedEvent(id)],
    write: (tx) =>
      insertBlock(tx, {
        ...blocked,
        siteId: site.id,
        id,
        note: note.trim(),
        staffId,
        until: days === undefined ? null : now + days * day,
        createdAt: now,
      }),
  });
  const made = assertPresent(await findBlock(ctx, site.id, id), 'it was just written');
  const hidden = hides && visitorId !== null ? await hideAllOf(ctx, site, visitorId) : [];
  return { block: toBlockView(made), hidden };
};

/** Ends a block. Again, it has ended already. */
export const endBlock = async (ctx: Context, site: Site, id: string): Promise<void> => {
  await ctx.database.commit({
    site: site.id,
    events: [changedEvent(id)],
    write: (tx) => [removeBlock(tx, site.id, id)],
  });
};
