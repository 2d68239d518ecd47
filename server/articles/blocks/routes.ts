import * as contract from '../../../shared/articles/blockRoutes.ts';
import * as schema from '../../../shared/articles/blockSchema.ts';
import { doneReply } from '../../../shared/articles/schema.ts';
import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import type { Context } from '../../context.ts';
import { commitRevised, refuseOlder } from '../../core/db/revised.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import { type Api, mount } from '../../core/http/mount.ts';
import { planJob } from '../../core/jobs/queries.ts';
import { staffNames } from '../queries/articles.ts';
import { blockChanged } from '../rules.ts';
import { followJob } from './following.ts';
import { referencesIn } from './expand.ts';
import { type BlockRow, findBlock, findBlocksNamed, listBlocks, listReferring } from './queries.ts';
import { deleteBlock, insertBlock, updateBlock } from './writes.ts';

const forStaff = { access: 'staff', rate: 'staff', scope: 'content:write' } as const;

type Uses = Map<string, Map<string, string>>;

/** Articles by the block that they use: titles by id, the original's where it uses it. */
const usesOf = async (ctx: Context, siteId: string, name?: string): Promise<Uses> => {
  const uses: Uses = new Map();
  for (const text of await listReferring(ctx, siteId, name)) {
    const shown = text.publicTitle === null ? '' : `\n\n${text.publicBody ?? ''}`;
    for (const used of new Set([...referencesIn(text.body), ...referencesIn(shown)])) {
      const titles = uses.get(used) ?? new Map<string, string>();
      if (!titles.has(text.articleId) || text.language === text.original)
        titles.set(text.articleId, text.title);
      uses.set(used, titles);
    }
  }
  return uses;
};

const toView = (row: BlockRow, uses: Uses, writers: ReadonlyMap<string, string>): schema.ArticleBlock => {
  const own = [...(uses.get(row.name) ?? [])];
  return {
    id: row.id,
    name: row.name,
    texts: row.texts,
    revision: row.revision,
    changedAt: row.changedAt,
    changedBy: writers.get(row.changedBy) ?? '',
    uses: own.length,
    usedIn: own.slice(0, schema.maxUses).map(([id, title]) => ({ id, title })),
  };
};

const readBlock = async (ctx: Context, siteId: string, id: string) => {
  const row = await findBlock(ctx, siteId, id);
  if (!row) return null;
  const [uses, writers] = await Promise.all([
    usesOf(ctx, siteId, row.name),
    staffNames(ctx, [row.changedBy]),
  ]);
  return toView(row, uses, writers);
};

/** @throws Failure `invalid` for a block that says nothing, or that holds another: no block can lead back to itself */
const refuseTexts = (texts: Readonly<Record<string, string>>): void => {
  const bodies = Object.values(texts);
  if (!bodies.some(hasVisibleText))
    throw new Failure('invalid', 'A block needs a text.', { fields: { texts: 'required' } });
  if (bodies.some((body) => referencesIn(body).length > 0))
    throw new Failure('invalid', 'A block can’t hold another block.', { fields: { texts: 'not_allowed' } });
};

/** @throws Failure `invalid` for a name that is another's, or one block more than a site may have */
const refuseNew = async (ctx: Context, siteId: string, name: string): Promise<void> => {
  if ((await findBlocksNamed(ctx, siteId, [name])).length > 0)
    throw new Failure('invalid', 'Another block has this name.', { fields: { name: 'taken' } });
  if ((await listBlocks(ctx, siteId)).length >= schema.maxBlocks)
    throw new Failure('conflict', `A site can have at most ${schema.maxBlocks} blocks.`);
};

const mountListing = (api: Api): void =>
  mount(
    api,
    contract.listArticleBlocks,
    {
      ...forStaff,
      scope: 'content:read',
      reply: schema.blockList,
      operationId: 'listArticleBlocks',
      summary: 'List the blocks that articles share, with the articles that use each',
    },
    async ({ ctx, site }) => {
      const rows = await listBlocks(ctx, site.id);
      const [uses, writers] = await Promise.all([
        rows.length ? usesOf(ctx, site.id) : new Map(),
        staffNames(
          ctx,
          rows.map(({ changedBy }) => changedBy),
        ),
      ]);
      return { blocks: rows.map((row) => toView(row, uses, writers)) };
    },
  );

const mountSaving = (api: Api): void =>
  mount(
    api,
    contract.putArticleBlock,
    {
      ...forStaff,
      body: schema.saveBlock,
      reply: schema.blockReply,
      maxBytes: 512 * 1024,
      operationId: 'saveArticleBlock',
      summary: 'Create or change a block, under an ID chosen by the browser; articles that use it follow',
    },
    async ({ ctx, site, parameter, body: { name, texts, revision }, session }) => {
      const id = parameter('block');
      const before = await findBlock(ctx, site.id, id);
      const current = () => readBlock(ctx, site.id, id);
      await refuseOlder(before?.revision ?? 0, revision, current);
      refuseTexts(texts);
      if (!before) await refuseNew(ctx, site.id, name);
      else if (before.name !== name)
        throw new Failure('invalid', 'A block keeps its name.', { fields: { name: 'not_allowed' } });
      const now = ctx.clock.now();
      const set = { texts, changedAt: now, changedBy: session.staff.id };
      await commitRevised(
        ctx,
        { site: site.id, kind: blockChanged, subject: id },
        (tx) => [
          before
            ? updateBlock(tx, site.id, id, revision, set)
            : insertBlock(tx, { ...set, siteId: site.id, id, name, revision: 1, createdAt: now }),
          planJob(tx, site.id, followJob({ id, revision: revision + 1 }, now), now),
        ],
        current,
      );
      const block = await current();
      if (!block) throw notFound();
      return { block };
    },
  );

const mountRemoving = (api: Api): void =>
  mount(
    api,
    contract.deleteArticleBlock,
    {
      ...forStaff,
      role: 'admin',
      body: schema.removeBlock,
      reply: doneReply,
      operationId: 'deleteArticleBlock',
      summary: 'Delete a block that no article uses',
    },
    async ({ ctx, site, parameter, body }) => {
      const id = parameter('block');
      const block = await findBlock(ctx, site.id, id);
      if (!block) throw notFound();
      const current = () => readBlock(ctx, site.id, id);
      await refuseOlder(block.revision, body.revision, current);
      const uses = (await usesOf(ctx, site.id, block.name)).get(block.name);
      if (uses?.size)
        throw new Failure('invalid', 'Articles use this block. Take it out of them first.', {
          fields: { block: 'not_allowed' },
        });
      await commitRevised(
        ctx,
        { site: site.id, kind: blockChanged, subject: id },
        (tx) => [deleteBlock(tx, site.id, id, body.revision)],
        current,
      );
      return { done: true as const };
    },
  );

/** The blocks that articles share. */
export const mountArticleBlocks = (api: Api): void => {
  mountListing(api);
  mountSaving(api);
  mountRemoving(api);
};
