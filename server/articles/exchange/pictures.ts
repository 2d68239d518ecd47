import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Context } from '../../context.ts';
import { restorePicture } from '../../core/content/attachments/attachments.ts';
import { derivedId } from '../../core/derivedId.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { filesBeside, withPictures } from './pictureLinks.ts';

/** Bytes of one picture. */
const maxPictureBytes = 20 * 1024 * 1024;
/** The name of a picture in an export of ours: its id. */
const ownName = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\.\w+$)/;

/**
 * The pictures that lie beside a text.
 * @returns the text with them as pictures of ours; their paths by id; and what isn't there
 */
export const findPictures = (
  site: Site,
  folder: string,
  { body, path: file }: { body: string; path: string },
) => {
  const pictures = new Map<string, string>();
  const ids = new Map<string, string>();
  const missing: string[] = [];
  for (const { written, path } of filesBeside(body, file)) {
    if (!existsSync(join(folder, path))) {
      missing.push(path);
      continue;
    }
    const [own] = ownName.exec(basename(path)) ?? [];
    const id = own ?? derivedId(site.id, 'imported picture', path);
    pictures.set(id, path);
    ids.set(written, id);
  }
  return { body: withPictures(body, ids), pictures, missing };
};

/** Takes the pictures of a text in. @returns those that can't be used, each with why */
export const keepPictures = async (
  ctx: Context,
  site: Site,
  folder: string,
  pictures: ReadonlyMap<string, string>,
  { textId, articleId }: { textId: string; articleId: string },
): Promise<{ path: string; reason: string }[]> => {
  const refused: { path: string; reason: string }[] = [];
  for (const [id, path] of pictures) {
    const file = join(folder, path);
    const { size } = await stat(file);
    try {
      if (size > maxPictureBytes) throw new Error('it is too large');
      const given = { id, name: basename(path), size, createdAt: ctx.clock.now() };
      await restorePicture(
        ctx,
        site.id,
        { ...given, messageId: textId, conversationId: articleId },
        await readFile(file),
      );
    } catch (error) {
      refused.push({ path, reason: (error as Error).message });
    }
  }
  return refused;
};
