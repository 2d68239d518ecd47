import { brotliCompressSync, constants } from 'node:zlib';
import type { z } from 'zod';
import type { PublicSettings } from '../../../../shared/siteSettings.ts';
import { replyText } from '../../http/cache/cachedReply.ts';
import { BoundedMap } from '../../boundedMap.ts';
import type { Parts } from './launcherParts.ts';

/** Compressed modules at hand, by their text: few at a time, and dear to make. */
const maxCompressed = 64;

/** Brotli of texts that are sent again and again. */
export const createCompressor = (): ((text: string) => Buffer) => {
  const cache = new BoundedMap<string, Buffer>(maxCompressed);
  return (text) => {
    const known = cache.get(text);
    if (known) return known;
    const bytes = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    cache.set(text, bytes);
    return bytes;
  };
};

/** Whether a prompt is for some people only, who are drawn. */
export const drawsSamples = ({ prompts }: PublicSettings): boolean =>
  prompts?.rules.some(({ sample, holdout }) => sample < 100 || holdout > 0) ?? false;

/**
 * The settings as the launcher's script imports them, after the scripts that judge when a prompt or a mark is due.
 * @param seed the side of samples that the reader is on; null where none is drawn
 */
export const settingsModule = (
  schema: z.ZodType<PublicSettings>,
  settings: PublicSettings,
  parts: Parts,
  seed: number | null,
): string => {
  const { prompts, newsDot, analytics } = settings;
  const own = seed !== null && prompts && { prompts: { ...prompts, seed } };
  // A text that is parsed: in a literal, a key of the owner's could be one that the language gives a meaning.
  const json = JSON.stringify(replyText(schema, own ? { ...settings, ...own } : settings));
  const watches = [
    prompts && { name: 'prompts', text: parts.watch },
    newsDot && { name: 'newsDot', text: parts.newsDot },
    analytics && parts.analytics && { name: 'analytics', text: parts.analytics },
    ...parts.companions.filter(({ element, text }) => text && settings.parts[element]),
  ].filter((one) => !!one);
  const texts = watches.map((one) => `${one.text}\n`).join('');
  const calls = watches.map(({ name }) => `${name}.watch(host),`).join('');
  return calls
    ? `${texts}export const settings=host=>(${calls}JSON.parse(${json}))`
    : `export const settings=()=>JSON.parse(${json})`;
};
