import type { Done } from '../conversations/schema.ts';
import { route } from '../route.ts';
import type { Identified, Identify } from './identity.ts';

/**
 * With the visitor's secret as bearer. A signed identity joins this visitor to the account of its `sub` on this site;
 * `conflict` when the secret is already another account's: the caller makes a new secret and calls again.
 */
export const postIdentify = route<Identify, Identified>('POST', '/api/sites/:site/identify');

/** Ends the secret that authorises the call. */
export const endVisit = route<undefined, Done>('POST', '/api/sites/:site/visitor/end');
