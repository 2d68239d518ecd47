import type { Brand } from '../../../shared/core/brand/schema.ts';
import { brandKinds } from '../../../shared/core/brand/brand.ts';
import type { Context } from '../../context.ts';
import { Failure } from '../http/failure.ts';
import { listKnownImages } from './queries.ts';

/** The kinds whose picture the site doesn't have. */
const findMissing = async (ctx: Context, siteId: string, brand: Brand) => {
  const named = brandKinds.flatMap((kind) => brand[kind]?.id ?? []);
  const known = new Set(await listKnownImages(ctx, siteId, named));
  return brandKinds.filter((kind) => brand[kind] && !known.has(brand[kind].id));
};

/** @throws Failure `invalid` when settings name a picture that was never sent for this site */
export const refuseUnknownImages = async (ctx: Context, siteId: string, brand: Brand): Promise<void> => {
  const missing = await findMissing(ctx, siteId, brand);
  if (missing.length > 0)
    throw new Failure('invalid', 'A picture is no longer available. Add it again.', {
      fields: Object.fromEntries(missing.map((kind) => [`document.settings.brand.${kind}`, 'unknown'])),
    });
};

/** A look without the pictures that the site doesn't have: settings may come from another installation, or from long ago. */
export const withoutUnknownImages = async (ctx: Context, siteId: string, brand: Brand): Promise<Brand> => {
  const missing = await findMissing(ctx, siteId, brand);
  return { ...brand, ...Object.fromEntries(missing.map((kind) => [kind, null])) };
};
