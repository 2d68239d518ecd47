import { route } from '../core/route.ts';
import type { LoginProviders, ProviderPage, SaveProvider } from './schema.ts';

export const listLoginProviders = route<undefined, LoginProviders>('GET', '/api/staff/login/providers');
export const getProvider = route<undefined, ProviderPage>('GET', '/api/console/:site/provider');
export const putProvider = route<SaveProvider, ProviderPage>('PUT', '/api/console/:site/provider');
export const deleteProvider = route<undefined, ProviderPage>('DELETE', '/api/console/:site/provider');

/** The page on which a login at a site's provider begins. */
export const loginPath = (site: string): string => `/login/${site}`;
