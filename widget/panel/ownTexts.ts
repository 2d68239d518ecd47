import { getTexts } from '../../shared/core/people/siteRoutes.ts';
import { createCall } from '../core/net/client.ts';
import type { Host } from '../core/host.ts';

/** The owner's own words in the visitor's language; none when there are none, or when they cannot be had now. */
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
