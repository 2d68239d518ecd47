import { rename } from 'node:fs/promises';
import sharp from 'sharp';

/** Pixels of an image, all frames together, beyond which it is not decoded: a few kilobytes can hold gigabytes. */
const maxPixels = 50_000_000;
/** Longest side of a thumbnail in pixels: sharp on dense screens at half of it. */
const thumbnailSide = 640;

// One image at a time a thread: many at once would take the memory that requests need.
sharp.concurrency(1);
sharp.cache(false);

const options = { limitInputPixels: maxPixels, failOn: 'error' } as const;

/** What a picture may carry besides its pixels that says something of who made it, or hides something. */
const besides = ['exif', 'xmp', 'iptc', 'tifftagPhotoshop', 'comments'] as const;

const makeThumbnail = (file: string, thumbnail: string) =>
  sharp(file, options)
    .resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .toFile(thumbnail);

/**
 * Takes an image that was written anew before, by another Foyer, as it is: pixels that are written twice are not the
 * same. One with anything besides its pixels is written anew all the same, see {@link remakeImage}.
 * @returns as there
 */
export const adoptImage = async (
  file: string,
  thumbnail: string,
): Promise<{ width: number; height: number } | null> => {
  try {
    const found = await sharp(file, options).metadata();
    if (besides.some((name) => found[name] !== undefined)) return await remakeImage(file, thumbnail);
    // To its last pixel: what can be measured can still be broken.
    await sharp(file, options).stats();
    await makeThumbnail(file, thumbnail);
    return { width: found.width, height: found.pageHeight ?? found.height };
  } catch {
    return null;
  }
};

/**
 * Writes an image anew: upright, without the metadata that says where it was taken, and free of what hid behind its
 * pixels. Makes its thumbnail beside it.
 * @returns its size in pixels; null when it is no image that can be decoded, or too large a one
 */
export const remakeImage = async (
  file: string,
  thumbnail: string,
): Promise<{ width: number; height: number } | null> => {
  try {
    const { format, pages = 1 } = await sharp(file, options).metadata();
    const animated = pages > 1 && (format === 'gif' || format === 'webp');
    const fresh = `${file}.fresh`;
    const { width, height, pageHeight } = await sharp(file, { ...options, animated })
      .rotate()
      .toFormat(format === 'heif' ? 'avif' : format)
      .toFile(fresh)
      .then((info) => info as { width: number; height: number; pageHeight?: number });
    await makeThumbnail(fresh, thumbnail);
    await rename(fresh, file);
    return { width, height: pageHeight ?? height };
  } catch {
    return null;
  }
};
