import { getTexts } from '../../shared/core/people/siteRoutes.ts';
import { createCall } from '../core/net/client.ts';
import type { Host } from '../core/host.ts';

/** The owner's own texts in the visitor's language; empty when there are none, or when they can't be loaded now. */
export const loadOwnTexts = async ({
  base,
  site,
  language,
  settings,
}: Pick<Host, 'base' | 'site' | 'language' | 'settings'>): Promise<Record<string, string>> => {
  if (!settings.ownTexts.includes(language)) return {};
  try {
    return (await createCall(base, () => ({}), { site })(getTexts, { query: { language } })).texts;
  } catch {
    // Ours say the same.
    return {};
  }
};
