import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Context } from '../context.ts';
import { chooseLanguage } from '../core/pages/texts.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { listPage } from './list.ts';
import { fragment } from './pages/fragment.tsx';

const start = '<!-- foyer comments -->';
const end = '<!-- /foyer comments -->';
const element = /(<foyer-comments\b([^>]*)>)([\s\S]*?)(<\/foyer-comments>)/gi;
const attribute = (text: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(text)?.slice(1).find(Boolean);

/** The address of a file of a built site: `news/index.html` is `/news/`. */
const addressOf = (base: string, path: string): string =>
  new URL(
    path
      .split(sep)
      .join('/')
      .replace(/(^|\/)index\.html?$/i, '$1'),
    base.endsWith('/') ? base : `${base}/`,
  ).href;

/**
 * Puts each page's comments into its `<foyer-comments>` in the folder of a built site, in place of what was baked
 * before. A page's own canonical link says where it is; else its file does.
 */
export const bakeComments = async (
  ctx: Context,
  site: Site,
  folder: string,
  base: string,
): Promise<{ baked: number; unchanged: number }> => {
  let baked = 0;
  let unchanged = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.html?$/i.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const before = await readFile(file, 'utf8');
    if (!/<foyer-comments\b/i.test(before)) continue;
    const canonical = /<link\b[^>]*\brel\s*=\s*["']?canonical["']?[^>]*>/i.exec(before)?.[0];
    const own = attribute(canonical ?? '', 'href') ?? addressOf(base, relative(folder, file));
    const tag = attribute(/<html\b[^>]*>/i.exec(before)?.[0] ?? '', 'lang');
    const language = chooseLanguage(site.settings, tag, undefined);
    const parts: string[] = [];
    let from = 0;
    for (const match of before.matchAll(element)) {
      const [whole, opening = '', attributes = '', inside = '', closing = ''] = match;
      const name = attribute(attributes, 'page-id');
      const of = {
        url: new URL(attribute(attributes, 'page-url') ?? own, base).href,
        ...(name !== undefined && { page: name }),
      };
      const html = fragment({ ctx, site, language }, await listPage(ctx, site, of), of, {
        as: 'microdata',
        type: '',
      });
      const outside = inside.replace(new RegExp(`${start}[\\s\\S]*${end}`), '').trim();
      parts.push(
        before.slice(from, match.index),
        opening,
        outside && `${outside}\n`,
        start,
        html,
        end,
        closing,
      );
      from = match.index + whole.length;
    }
    const after = parts.join('') + before.slice(from);
    if (after === before) {
      unchanged++;
      continue;
    }
    // Never half of a page, whoever reads it meanwhile.
    await writeFile(`${file}.foyer`, after);
    await rename(`${file}.foyer`, file);
    baked++;
  }
  return { baked, unchanged };
};
