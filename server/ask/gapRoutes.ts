import * as contract from '../../shared/ask/staffRoutes.ts';
import * as schema from '../../shared/ask/staffSchema.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { bringGapBack, listGaps, setGapAside } from './gaps.ts';

const forStaff = { access: 'staff', rate: 'staff', reply: schema.gaps } as const;

/** Subjects worth writing about next. */
export const mountGaps = (api: Api): void => {
  mount(
    api,
    contract.listGaps,
    {
      ...forStaff,
      operationId: 'listContentGaps',
      scope: 'content:read',
      summary: 'List what people searched for without finding an answer, by what it is about',
    },
    async ({ ctx, site }) => listGaps(ctx, site),
  );

  mount(
    api,
    contract.setGapAside,
    {
      ...forStaff,
      body: schema.gapBody,
      operationId: 'setContentGapAside',
      scope: 'content:write',
      summary: 'Leave searches out of the list until they’re made again',
    },
    async ({ ctx, site, body }) => {
      await setGapAside(ctx, site, body.phrasings);
      return listGaps(ctx, site);
    },
  );

  mount(
    api,
    contract.bringGapBack,
    {
      ...forStaff,
      body: schema.gapBody,
      operationId: 'bringContentGapBack',
      scope: 'content:write',
      summary: 'Bring back searches that were set aside',
    },
    async ({ ctx, site, body }) => {
      await bringGapBack(ctx, site, body.phrasings);
      return listGaps(ctx, site);
    },
  );
};
