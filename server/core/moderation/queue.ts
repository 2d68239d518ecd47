import type {
  DecidedItems,
  DecideItems,
  ModeratedItem,
  ModerationSubject,
  QueueQuery,
  QueueReply,
} from '../../../shared/core/moderation/schema.ts';
import type { Context } from '../../context.ts';
import { canonicalEmail } from '../emailAddress.ts';
import { readHead } from '../events/head.ts';
import { Failure } from '../http/failure.ts';
import type { Site } from '../people/sites/sites.ts';
import { historiesOf } from './contribution.ts';
import type { FeatureItem, ModeratedKind, QueuePlace } from './kind.ts';
import { findBlocksFor } from './queries.ts';

/** Items of one page of the queue. */
const pageSize = 50;

interface Listed {
  kind: string;
  item: FeatureItem;
}

/** Items with what is known of their authors. */
export const toModeratedItems = async (
  ctx: Context,
  siteId: string,
  listed: readonly Listed[],
): Promise<ModeratedItem[]> => {
  const unique = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const visitors = unique(listed.map(({ item }) => item.author.visitorId));
  const emails = unique(listed.map(({ item: { author } }) => author.email && canonicalEmail(author.email)));
  const [histories, blocks] = await Promise.all([
    historiesOf(ctx, siteId, visitors),
    findBlocksFor(ctx, siteId, { visitors, emails, withAddresses: false }, ctx.clock.now()),
  ]);
  const blockOf = new Map(blocks.map(({ value, id }) => [value, id]));
  return listed.map(({ kind, item: { author, ...item } }) => {
    const { visitorId, ...known } = author;
    return {
      ...item,
      kind,
      author: {
        ...known,
        history: histories.get(visitorId ?? '') ?? { approved: 0, refused: 0 },
        block:
          blockOf.get(visitorId ?? '') ??
          (known.email === null ? undefined : blockOf.get(canonicalEmail(known.email))) ??
          null,
      },
    };
  });
};

/** A kind by its word. @throws Failure `invalid` for one that no feature has */
export const kindOf = (ctx: Context, word: string): ModeratedKind => {
  const found = ctx.moderated.find(({ kind }) => kind === word);
  if (!found) throw new Failure('invalid', 'There’s no such kind.', { fields: { kind: 'unknown' } });
  return found;
};

const readPlace = (text: string | undefined): QueuePlace | null => {
  if (text === undefined) return null;
  const [, at, id] = /^([0-9a-z]{1,10})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!at || !id) throw new Failure('invalid', 'A field isn’t valid.', { fields: { after: 'invalid' } });
  return { at: Number.parseInt(at, 36), id };
};

/** Lists what waits, is reported, public or hidden: all kinds in one order, a page at a time. */
export const listQueue = async (ctx: Context, site: Site, query: QueueQuery): Promise<QueueReply> => {
  // Before the rows: what comes meanwhile is told again, never missed.
  const cursor = await readHead(ctx.database, site.id);
  const kinds = query.kind === undefined ? ctx.moderated : [kindOf(ctx, query.kind)];
  const after = readPlace(query.after);
  const { state, search } = query;
  const found = await Promise.all(
    kinds.map(async (kind) =>
      (await kind.list(site, { state, search: search?.trim(), after, limit: pageSize + 1 })).map((item) => ({
        kind: kind.kind,
        item,
      })),
    ),
  );
  const turn = state === 'waiting' ? 1 : -1;
  const all = found
    .flat()
    .sort((one, other) => turn * (one.item.at - other.item.at || (one.item.id < other.item.id ? -1 : 1)));
  const shown = all.slice(0, pageSize);
  const last = all.length > pageSize ? shown.at(-1)?.item : undefined;
  const counts = await Promise.all(
    ctx.moderated.map(async (kind) => [kind.kind, await kind.count(site.id)] as const),
  );
  return {
    items: await toModeratedItems(ctx, site.id, shown),
    next: last ? `${last.at.toString(36)}.${last.id}` : null,
    counts: Object.fromEntries(counts),
    cursor,
  };
};

/** Takes a decision for several items, of one kind or of many. */
export const decideItems = async (
  ctx: Context,
  site: Site,
  { items, decision }: DecideItems,
): Promise<DecidedItems> => {
  const byKind = new Map<ModeratedKind, string[]>();
  for (const { kind, id } of items) {
    const known = kindOf(ctx, kind);
    byKind.set(known, [...(byKind.get(known) ?? []), id]);
  }
  const changed: ModerationSubject[] = [];
  for (const [kind, ids] of byKind)
    for (const id of await kind.decide(site, [...new Set(ids)], decision))
      changed.push({ kind: kind.kind, id });
  return { changed };
};

/** Items of a visitor that are hidden at once, of each kind. */
const maxHidden = 200;

/** Hides what of a visitor waits or is public. */
export const hideAllOf = async (
  ctx: Context,
  site: Site,
  visitorId: string,
): Promise<ModerationSubject[]> => {
  const hidden: ModerationSubject[] = [];
  for (const kind of ctx.moderated) {
    const theirs = await kind.list(site, {
      state: 'waiting',
      author: visitorId,
      after: null,
      limit: maxHidden,
    });
    for (const id of await kind.decide(
      site,
      theirs.map((item) => item.id),
      'hide',
    ))
      hidden.push({ kind: kind.kind, id });
  }
  return hidden;
};
