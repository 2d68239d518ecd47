import type { HostPage } from '../../../shared/core/conversations/hostPage.ts';
import { keepParameters } from '../../../shared/core/pageAddress.ts';
import { currentZone, isZone } from '../../../shared/core/people/zones.ts';
import type { ReadHeader } from '../http/headers.ts';
import { deviceName } from '../people/device.ts';
import type { Site } from '../people/sites/sites.ts';

/** Where a conversation was begun, as staff are shown it. */
export interface Place {
  page: { url: string; title: string } | null;
  referrer: string | null;
  zone: string | null;
  /** Browser and system in plain words. */
  device: string | null;
}

/** A page as staff see it: without what its address tells beyond the page. */
export const seenPage = (
  { settings }: Site,
  { url, title }: Pick<HostPage, 'url' | 'title'>,
): { url: string; title: string } => ({ url: keepParameters(url, settings.share.parameters), title });

/** Of what a browser says about where it is, what the site shares with its staff; nothing else is stored. */
export const hostContextOf = (site: Site, given: HostPage | undefined, read: ReadHeader): Place => {
  const { share } = site.settings;
  const agent = read('user-agent');
  return {
    page: given && share.page ? seenPage(site, given) : null,
    referrer: share.referrer && given?.referrer ? keepParameters(given.referrer, share.parameters) : null,
    zone: given?.zone && isZone(given.zone) ? currentZone(given.zone) : null,
    device: agent ? deviceName(agent) : null,
  };
};
