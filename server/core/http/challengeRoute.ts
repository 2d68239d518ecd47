import * as contract from '../../../shared/core/challengeRoutes.ts';
import { challengeReply } from '../../../shared/core/challenge.ts';
import { newChallenge } from './challenge.ts';
import { type Api, mount } from './mount.ts';

/** Something to work on, for who writes faster than people do. */
export const mountChallenge = (api: Api): void => {
  mount(
    api,
    contract.getChallenge,
    {
      access: 'public',
      rate: 'read',
      reply: challengeReply,
      operationId: 'getChallenge',
      summary: 'Get a challenge to solve',
    },
    async ({ ctx, site }) => {
      const { algorithm, challenge, maxnumber = 0, salt, signature } = await newChallenge(ctx, site.id);
      return { algorithm, challenge, maxnumber, salt, signature };
    },
  );
};
