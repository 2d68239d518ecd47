import { route } from '../route.ts';
import type { Presence, SetPresence } from './presence.ts';
import type { Person } from './site.ts';

/** The interval at which the inbox says that somebody is there, milliseconds. */
export const presenceEvery = 20_000;

export const getPresence = route<undefined, Presence>('GET', '/api/sites/:site/presence');
export const postPresence = route<SetPresence, Presence>('POST', '/api/inbox/:site/presence');

/** The mark of the presence that a reader knows, the first sixteen people: short enough for an address. */
export const presenceMark = (online: readonly Person[]): string =>
  online
    .slice(0, 16)
    .map(({ id }) => id.slice(-8))
    .join('.');
