import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../context.ts';

/**
 * Draws an SVG of our own as PNG, twice as dense, in the process for pictures and behind what people wait for.
 * @throws Failure `limited` when too much waits already; Error where it can't be drawn
 */
export const drawChart = async (
  ctx: Pick<Context, 'images'>,
  siteId: string,
  svg: string,
): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-chart-'));
  const file = join(folder, 'chart');
  try {
    await writeFile(file, svg);
    const drawn = await ctx.images.make(
      { kind: 'draw', file, thumbnail: file },
      { site: siteId, address: 'charts' },
    );
    if ('refused' in drawn) throw new Error(`a chart could not be drawn: ${drawn.refused}`);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
