import { done } from '../../../../shared/core/conversations/schema.ts';
import { postItemReport } from '../../../../shared/core/moderation/routes.ts';
import { reportBody } from '../../../../shared/core/moderation/schema.ts';
import { type Api, mount } from '../../http/mount.ts';
import { reportItem, withdrawReport } from './reporting.ts';

/** Readers' reports of what others wrote in public. */
export const mountReports = (api: Api): void => {
  mount(
    api,
    postItemReport,
    {
      access: 'newcomer',
      rate: 'write',
      body: reportBody,
      reply: done,
      operationId: 'reportItem',
      summary: 'Report something public to the team, or take the report of the last minutes back',
    },
    async ({ ctx, site, visitor, body, address }) => {
      const { kind, id, reason = '', language, withdraw = false } = body;
      if (withdraw) await withdrawReport(ctx, site, visitor, { kind, id });
      else await reportItem(ctx, site, visitor, { kind, id }, { reason, language, address });
      return { done: true as const };
    },
  );
};
