import type { Context } from '../../context.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { readFormer } from './formerPath.ts';
import { insertRedirects } from './writes.ts';

/** Keeps where an imported text was read before: links to it lead on. */
export const keepFormer = async (
  ctx: Context,
  site: Site,
  articleId: string,
  {
    former,
    front,
    language,
  }: { former?: string | undefined; front: { former?: string[] | undefined }; language: string },
): Promise<void> => {
  const places = [...(former ? [former] : []), ...(front.former ?? [])].flatMap(
    (one) => readFormer(one) ?? [],
  );
  if (places.length === 0) return;
  await ctx.database.write((tx) =>
    insertRedirects(
      tx,
      places.map((place) => ({ ...place, siteId: site.id, articleId, language })),
    ),
  );
};
