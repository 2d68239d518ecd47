import sharp from 'sharp';
import type { Brand } from '../../shared/core/brand/schema.ts';
import type { Context } from '../context.ts';
import { storeBrandImage } from '../core/brand/receive.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { idFor } from './time.ts';

/** The demo company's mark, as its pages draw it. @param paint colours of body and beak */
const drawMark = ({ body, beak }: { body: string; beak: string }): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="192" height="192" viewBox="0 0 48 48">
  <g fill="${body}"><path d="M8 41h22c4 0 6-4 6-10 0-9-7-16-17-16S2 22 2 31c0 6 2 10 6 10z"/><circle cx="19" cy="12.5" r="2.5"/></g>
  <path d="M7 18C5 3 32 3 31 18M35 31c8-2 2-13 4-20 1-4 5-5 7-2" fill="none" stroke="${body}" stroke-width="3" stroke-linecap="round"/>
  <path d="M45 7l3 7-6-3z" fill="${beak}"/>
</svg>`);

const marks = [
  { kind: 'logo', body: '#2f6552', beak: '#b4532f', side: 160 },
  { kind: 'logoDark', body: '#8fd0b8', beak: '#f0a07c', side: 160 },
  { kind: 'icon', body: '#2f6552', beak: '#b4532f', side: 192 },
] as const;

/** The demo company's look; its pictures are stored once it has a site. */
export const demoBrand = ({ config }: Pick<Context, 'config'>): Brand => {
  const link = (label: string, path: string, language: string) => ({
    label,
    href: `${config.publicUrl}/demo/${path}`,
    language,
  });
  const [logo, logoDark, icon] = marks.map(({ kind, side }) => ({
    id: idFor(`brand ${kind}`),
    width: side,
    height: side,
  }));
  return {
    logo: logo ?? null,
    logoDark: logoDark ?? null,
    icon: icon ?? null,
    share: null,
    showName: true,
    headerLinks: [link('Shop', '', 'en'), link('Zum Shop', 'de/', 'de'), link('المتجر', 'ar/', 'ar')],
    footerLinks: [link('Repairs', 'product.html', 'en'), link('Magazine', 'article.html', 'en')],
  };
};

/** Stores the pictures of the demo company's look. */
export const seedBrand = async (ctx: Context, site: Site): Promise<void> => {
  for (const { kind, ...paint } of marks) {
    const bytes = await sharp(drawMark(paint)).png().toBuffer();
    await storeBrandImage(ctx, site, { id: idFor(`brand ${kind}`), kind }, bytes);
  }
};
