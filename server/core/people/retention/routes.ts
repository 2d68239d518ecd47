import * as contract from '../../../../shared/core/people/retentionRoutes.ts';
import { mainLanguage } from '../../../../shared/core/languages.ts';
import * as processing from '../../../../shared/core/people/processingSchema.ts';
import * as schema from '../../../../shared/core/people/retentionSchema.ts';
import { type Api, mount } from '../../http/mount.ts';
import { processingDocument } from './processing/document.ts';
import { listRuns, type RetentionRunRow } from './queries/runs.ts';
import { previewRetention } from './run.ts';
import { beginRun } from './writes.ts';

const toRun = ({ siteId: _, remains: __, ...run }: RetentionRunRow): schema.RetentionRun => run;

const forAdmins = { access: 'staff', role: 'admin', rate: 'staff' } as const;

/** Routes of retention: a preview, a run, and what was done. */
export const mountRetention = (api: Api): void => {
  mount(
    api,
    contract.previewRetention,
    {
      ...forAdmins,
      operationId: 'previewRetention',
      scope: 'settings:read',
      reply: schema.retentionPreview,
      summary: 'Count what’s older than it’s kept; nothing is changed',
    },
    ({ ctx, site }) => previewRetention(ctx, site),
  );

  mount(
    api,
    contract.listRetentionRuns,
    {
      ...forAdmins,
      operationId: 'listRetentionRuns',
      scope: 'settings:read',
      reply: schema.retentionRuns,
      summary: 'List when data that was too old was deleted, and how much',
    },
    async ({ ctx, site }) => ({ runs: (await listRuns(ctx, site.id)).map(toRun) }),
  );

  mount(
    api,
    contract.getProcessing,
    {
      ...forAdmins,
      operationId: 'getDataProcessing',
      scope: 'settings:read',
      query: processing.processingQuery,
      reply: processing.processingDocument,
      summary: 'Say what’s stored, where, for how long, and who gets what',
    },
    ({ ctx, site, query: { language } }) =>
      processingDocument(ctx, site, language ?? mainLanguage(site.settings), true),
  );

  mount(
    api,
    contract.runRetention,
    {
      ...forAdmins,
      operationId: 'runRetention',
      scope: 'people:erase',
      reply: schema.retentionRunReply,
      summary: 'Delete what’s older than it’s kept; this can’t be undone',
    },
    async ({ ctx, site }) => {
      const [last] = await listRuns(ctx, site.id, 1);
      // One that's under way does all there is to do.
      return { run: toRun(last?.state === 'running' ? last : await beginRun(ctx, site.id)) };
    },
  );
};
