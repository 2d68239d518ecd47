import { rename } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import { assertPresent } from '../../assertPresent.ts';

/**
 * Pixels of an image, all frames together, beyond which it is not decoded: a few kilobytes can hold gigabytes. By
 * format, because a pixel costs so differently: at these numbers each is written anew in about two seconds of one core
 * and 300 MB. JPEG and PNG take every camera's pictures; nobody's phone makes larger ones in the others.
 */
const maxPixels: Record<string, number> = {
  jpeg: 50_000_000,
  png: 25_000_000,
  webp: 12_500_000,
  gif: 12_500_000,
  heif: 12_500_000,
};
/** Frames of an animation: each costs something besides its pixels. */
const maxFrames = 300;
/** Longest side of a thumbnail in pixels: sharp on dense screens at half of it. */
const thumbnailSide = 640;

/** Why a picture is not taken. `too_complex`: it took more time or memory than one may; see `imageMaker.ts`. */
export type ImageRefusal = 'unreadable' | 'too_many_pixels' | 'too_complex';
/** A picture that was taken, its size in pixels and the MIME type of what was written; or why it was not. */
export type ImageResult = { width: number; height: number; type: string } | { refused: ImageRefusal };

/** A box that a picture is written into, pixels: within it, with clear space around it, or filling it. */
export interface ImageBox {
  width: number;
  height: number;
  fit: 'inside' | 'contain' | 'cover';
}

/** The work to be done on a picture's file. */
export type ImageTask = {
  file: string;
  /** Where its thumbnail goes. */
  thumbnail: string;
} & (
  | {
      /** `remake` writes it anew in its place, `adopt` leaves it as it is where nothing hides in it. */
      kind: 'remake' | 'adopt';
    }
  | {
      /** Writes it anew as a still PNG in a box, without a thumbnail. */
      kind: 'fit';
      box: ImageBox;
    }
  | {
      /** Draws an SVG of our own as a PNG in its place, twice as dense, without a thumbnail. */
      kind: 'draw';
    }
);

// One thread an image: many at once would take the processors that requests need.
sharp.concurrency(1);
sharp.cache(false);

const options = { limitInputPixels: Math.max(...Object.values(maxPixels)), failOn: 'error' } as const;

/** Data besides pixels that says something about the maker, or hides something. */
const besides = ['exif', 'xmp', 'iptc', 'tifftagPhotoshop', 'comments'] as const;

/** True when a header says so few pixels that they may be decoded. Nothing of them was then. */
const isWithinBounds = ({ format, width, height, pageHeight = height, pages = 1 }: Metadata): boolean =>
  pages <= maxFrames && width * pageHeight * pages <= (maxPixels[format] ?? 0);

const makeThumbnail = (file: string, thumbnail: string) =>
  sharp(file, options)
    .resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78, effort: 2 })
    .toFile(thumbnail);

/**
 * The encoding each format is written in. A JPEG's codes aren't optimised: that would hold every coefficient in memory,
 * three bytes a pixel. AVIF and GIF become WebP: their encoders take a minute and a gigabyte for pixels that decode in
 * a moment, while its one takes as long as decoding does. Looks alike, moves alike, and is smaller.
 */
const writtenAs: Record<
  string,
  { format: 'jpeg' | 'png' | 'webp'; effort?: { effort: number } | { optimiseCoding: boolean } }
> = {
  jpeg: { format: 'jpeg', effort: { optimiseCoding: false } },
  png: { format: 'png' },
  webp: { format: 'webp', effort: { effort: 2 } },
  gif: { format: 'webp', effort: { effort: 0 } },
  heif: { format: 'webp', effort: { effort: 2 } },
};

/**
 * Writes an image anew: upright, without the metadata that says where it was taken, and free of what hid behind its
 * pixels. Makes its thumbnail beside it.
 */
const remakeImage = async (
  { file, thumbnail }: ImageTask,
  { format: found, pages = 1 }: Metadata,
): Promise<ImageResult> => {
  const animated = pages > 1 && (found === 'gif' || found === 'webp');
  const fresh = `${file}.fresh`;
  const { format, effort } = assertPresent(writtenAs[found], 'other formats were refused');
  const { width, height, pageHeight } = await sharp(file, { ...options, animated })
    .rotate()
    .toFormat(format, effort)
    .toFile(fresh)
    .then((info) => info as { width: number; height: number; pageHeight?: number });
  await makeThumbnail(fresh, thumbnail);
  await rename(fresh, file);
  return { width, height: pageHeight ?? height, type: `image/${format}` };
};

/**
 * Takes an image that was written anew before, by another Foyer, as it is: pixels that are written twice are not the
 * same. One with anything besides its pixels is written anew all the same, see {@link remakeImage}.
 */
const adoptImage = async (task: ImageTask, found: Metadata): Promise<ImageResult> => {
  if (besides.some((name) => found[name] !== undefined)) return await remakeImage(task, found);
  // To its last pixel: what can be measured can still be broken.
  await sharp(task.file, options).stats();
  await makeThumbnail(task.file, task.thumbnail);
  const type = `image/${found.format === 'heif' ? 'avif' : found.format}`;
  return { width: found.width, height: found.pageHeight ?? found.height, type };
};

/** Writes an image anew as a still PNG within a box, never enlarged unless it has to fill it. */
const fitImage = async (file: string, { width, height, fit }: ImageBox): Promise<ImageResult> => {
  const fresh = `${file}.fresh`;
  const written = await sharp(file, options)
    .rotate()
    .resize(width, height, {
      fit,
      withoutEnlargement: fit === 'inside',
      background: { r: 0, g: 0, b: 0, alpha: 0 },
    })
    .png()
    .toFile(fresh);
  await rename(fresh, file);
  return { width: written.width, height: written.height, type: 'image/png' };
};

/** Draws an SVG with few colours, so that mails stay small. */
const drawImage = async (file: string): Promise<ImageResult> => {
  const fresh = `${file}.fresh`;
  // 72 dots an inch are one a pixel.
  const written = await sharp(file, { ...options, density: 144 })
    .png({ palette: true, colours: 64, compressionLevel: 9 })
    .toFile(fresh);
  await rename(fresh, file);
  return { width: written.width, height: written.height, type: 'image/png' };
};

/** Does what is asked, bounded by pixels alone: whoever calls this bounds time and memory. Never fails. */
export const processImage = async (task: ImageTask): Promise<ImageResult> => {
  try {
    if (task.kind === 'draw') return await drawImage(task.file);
    // Without its own limit: how many pixels there are is ours to judge.
    const found = await sharp(task.file, { ...options, limitInputPixels: false }).metadata();
    if (!isWithinBounds(found)) return { refused: 'too_many_pixels' };
    if (task.kind === 'fit') return await fitImage(task.file, task.box);
    return await (task.kind === 'remake' ? remakeImage : adoptImage)(task, found);
  } catch {
    return { refused: 'unreadable' };
  }
};
