import type { BrandImage, BrandUpload } from '../../../shared/core/brand/schema.ts';
import { brandBoxes } from '../../../shared/core/brand/brand.ts';
import { maxBrandBytes } from '../../../shared/core/brand/schema.ts';
import type { Context } from '../../context.ts';
import { pictureRefusal } from '../content/attachments/attachments.ts';
import { detectType } from '../content/attachments/kinds.ts';
import { receiveFile } from '../content/attachments/store.ts';
import { Failure } from '../http/failure.ts';
import type { ReadHeader } from '../http/headers.ts';
import type { Site } from '../people/sites/sites.ts';
import { type BrandImageRow, countBrandImages, findBrandImage } from './queries.ts';
import { insertBrandImage } from './writes.ts';

/** Pictures that a site holds at the most, those of earlier looks included. */
const maxImages = 200;

/** @throws Failure `conflict` when the id stands for another picture */
const sameImage = (known: BrandImageRow, hash: string, kind: BrandUpload['kind']): BrandImage => {
  if (known.hash !== hash || known.kind !== kind)
    throw new Failure('conflict', 'This ID has already been used for something else.');
  return { id: known.id, width: known.width, height: known.height };
};

/**
 * Stores a picture that the server itself has, such as the demo's.
 * @throws Failure when it is none that can be shown
 */
export const storeBrandImage = (
  ctx: Context,
  site: Site,
  upload: BrandUpload,
  bytes: Buffer,
): Promise<BrandImage> =>
  takeBrandImage(ctx, site, upload, {
    request: new Request('http://store/', { method: 'POST', body: new Uint8Array(bytes) }),
    read: (name) => (name === 'content-type' ? 'application/octet-stream' : undefined),
    address: 'store',
  });

/**
 * Takes a picture for the site's look and writes it anew as PNG, within the box of its kind: readers get it from every
 * page and mail, so it's never larger than it is shown.
 * @throws Failure with the reason and the field; nothing is kept then
 */
export const takeBrandImage = async (
  ctx: Context,
  site: Site,
  { id, kind }: BrandUpload,
  { request, read, address }: { request: Request; read: ReadHeader; address: string },
): Promise<BrandImage> => {
  const known = await findBrandImage(ctx, site.id, id);
  if (!known && (await countBrandImages(ctx, site.id)) >= maxImages)
    throw new Failure('limited', 'Too many pictures for one site.', { retryAfter: 86_400 });
  const { dataDirectory } = ctx.config;
  const draft = await receiveFile(
    { dataDirectory, siteId: site.id, id, max: maxBrandBytes, clock: ctx.clock },
    request,
    read,
  );
  try {
    if (known) return sameImage(known, draft.hash, kind);
    const found = await detectType(draft.file);
    if (found?.kind !== 'image')
      throw new Failure('invalid', 'Use a PNG, JPEG, WebP, AVIF or GIF image.', {
        fields: { file: 'not_allowed' },
      });
    const { file, thumbnail } = draft;
    const picture = await ctx.images.make(
      { kind: 'fit', file, thumbnail, box: brandBoxes[kind] },
      { site: site.id, address },
    );
    if ('refused' in picture) throw pictureRefusal(picture.refused);
    const { width, height } = picture;
    // The bytes first: a row without them would promise what is not there.
    await draft.keep();
    await insertBrandImage(ctx, {
      siteId: site.id,
      id,
      kind,
      width,
      height,
      hash: draft.hash,
      createdAt: ctx.clock.now(),
    });
    return { id, width, height };
  } finally {
    await draft.drop();
  }
};
