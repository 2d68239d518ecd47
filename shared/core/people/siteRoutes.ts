import type { PublicSettings } from '../../siteSettings.ts';
import { route } from '../route.ts';
import type { z } from 'zod';
import type { textsQuery, textsReply } from './site.ts';

export const getSettings = route<undefined, PublicSettings>('GET', '/api/sites/:site/settings');
/** The owner's own texts in one language. */
export const getTexts = route<undefined, z.infer<typeof textsReply>, z.infer<typeof textsQuery>>(
  'GET',
  '/api/sites/:site/texts',
);
/** A module: `settings()` is what {@link getSettings} answers; `watch(host)` where something may be shown unasked. */
export const getSettingsModule = route<undefined, undefined>('GET', '/api/sites/:site/settings.js');
