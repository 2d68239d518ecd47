import { route } from '../route.ts';
import type { Whereabouts } from './hostPage.ts';
import type { Done } from './schema.ts';

/** Said when the page of who talks to the site becomes another, and again while it stays. */
export const postWhereabouts = route<Whereabouts, Done>('POST', '/api/sites/:site/whereabouts');
/** It is said anew for as long as they look, at least so often, milliseconds. */
export const whereaboutsEvery = 60_000;
/** The time a place holds unless it is said anew, milliseconds. */
export const whereaboutsHold = 90_000;
