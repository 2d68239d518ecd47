import { route } from '../route.ts';
import type { BrandImageReply, BrandUpload } from './schema.ts';

/**
 * Takes a picture for the site's look. The body is the file's bytes, `application/octet-stream`. The id is client-made.
 * The picture shows once the settings name it.
 */
export const uploadBrandImage = route<undefined, BrandImageReply, BrandUpload>(
  'POST',
  '/api/inbox/:site/brand-images',
);
