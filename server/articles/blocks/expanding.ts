import { mainLanguage } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { Failure } from '../../core/http/failure.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { expandBlocks, referencesIn } from './expand.ts';
import { type BlockRow, findBlocksNamed } from './queries.ts';

/** A block's text for readers of a language: theirs, else the site's, else the first there is. */
export const textFor = (
  { texts }: Pick<BlockRow, 'texts'>,
  languages: readonly string[],
): string | undefined =>
  languages.map((language) => texts[language]).find((text) => text?.trim()) ??
  Object.values(texts).find((text) => text.trim());

/**
 * The source of an article with its blocks, and the blocks as they were read.
 * @throws Failure `invalid` when it becomes too long
 */
export const withBlocks = async (
  ctx: Context,
  site: Site,
  { body, language }: { body: string; language: string },
): Promise<{ source: string; blocks: BlockRow[] }> => {
  const names = referencesIn(body);
  const blocks = await findBlocksNamed(ctx, site.id, names);
  if (blocks.length === 0) return { source: body, blocks };
  const languages = [language, mainLanguage(site.settings)];
  const texts = new Map(blocks.map((block) => [block.name, textFor(block, languages)]));
  try {
    return { source: expandBlocks(body, (name) => texts.get(name)), blocks };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Failure('invalid', 'This article is too long with its blocks.', {
      fields: { body: 'too_long' },
    });
  }
};
