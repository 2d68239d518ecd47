import type { ServerFeature } from '../core/feature.ts';
import { mountOidcPages } from './pages.tsx';
import { mountOidc } from './routes.ts';

/** Login of staff at a site's own identity provider, by OpenID Connect. */
export const oidc: ServerFeature = { name: 'oidc', mount: mountOidc, pages: mountOidcPages };
