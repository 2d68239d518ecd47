import type { ChallengeReply } from './challenge.ts';
import { route } from './route.ts';

/** Something to work on, for who was asked to. */
export const getChallenge = route<undefined, ChallengeReply>('GET', '/api/sites/:site/challenge');
