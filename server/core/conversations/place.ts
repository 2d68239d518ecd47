import type { HostPage } from '../../../shared/core/conversations/place.ts';
import { isZone } from '../../../shared/core/people/hours.ts';
import type { ReadHeader } from '../http/headers.ts';
import { describeDevice } from '../people/device.ts';
import type { Site } from '../people/sites/sites.ts';

/** Where a conversation was begun, as staff are shown it. */
export interface Place {
  page: { url: string; title: string } | null;
  referrer: string | null;
  zone: string | null;
  /** Browser and system in plain words. */
  device: string | null;
}

/** Of what a browser says about where it is, what the site shares with its staff; nothing else is stored. */
export const placeOf = (site: Site, given: HostPage | undefined, read: ReadHeader): Place => {
  const { share } = site.settings;
  const agent = read('user-agent');
  return {
    page: given && share.page ? { url: given.url, title: given.title } : null,
    referrer: (share.referrer && given?.referrer) || null,
    zone: given?.zone && isZone(given.zone) ? given.zone : null,
    device: agent ? describeDevice(agent) : null,
  };
};
