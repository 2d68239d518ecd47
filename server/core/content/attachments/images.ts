import { rename } from 'node:fs/promises';
import sharp from 'sharp';

/** Pixels of an image, all frames together, beyond which it is not decoded: a few kilobytes can hold gigabytes. */
const mostPixels = 50_000_000;
/** Longest side of a thumbnail in pixels: sharp on dense screens at half of it. */
const thumbnailSide = 640;

// One image at a time a thread: many at once would take the memory that requests need.
sharp.concurrency(1);
sharp.cache(false);

const options = { limitInputPixels: mostPixels, failOn: 'error' } as const;

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
    await sharp(fresh, options)
      .resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toFile(thumbnail);
    await rename(fresh, file);
    return { width, height: pageHeight ?? height };
  } catch {
    return null;
  }
};
