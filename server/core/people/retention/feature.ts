import { retentionSettings } from '../../../../shared/core/people/retention.ts';
import type { ServerFeature } from '../../feature.ts';
import { coreRetentions } from './coreRetentions.ts';
import { mountPrivacyPage } from './processing/page.tsx';
import { processorOf } from './processing/processors.ts';
import { mountRetention } from './routes.ts';
import { retentionJob } from './run.ts';
import { planDaily, retentionJobKind } from './writes.ts';

/** Takes away what is older than the owner says, every day. */
export const retention: ServerFeature = {
  name: 'retention',
  settings: [retentionSettings],
  mount: mountRetention,
  jobs: { [retentionJobKind]: retentionJob },
  retentions: coreRetentions,
  prune: planDaily,
  pages: mountPrivacyPage,
  processors: ({ config }) => [
    ...processorOf('smtp', config.smtpUrl),
    ...processorOf('imap', config.imapUrl),
    ...processorOf('embeddings', config.embeddings?.url),
  ],
};
