import { contactSettings } from '../../shared/contacts/settings.ts';
import type { ServerFeature } from '../core/feature.ts';
import { contactFacts } from './contactFacts.ts';
import { mountContactChanges } from './changes.ts';
import { contactCommands } from './cli.ts';
import { keepFields } from './importing/keepFields.ts';
import { mountContactImport } from './importing/routes.ts';
import { personalContact } from './queries/values.ts';
import { mountLinks } from './links.ts';
import { mountContacts } from './routes.ts';
import { mountSegmentActions } from './segments/actions.ts';
import { findRefusal, personalSegments } from './segments/queries/kept.ts';
import { planRefresh, segmentJobs } from './segments/refresh.ts';
import { mountSegments } from './segments/routes.ts';
import { watchJobs } from './segments/watch.ts';
import { noticeJobs, segmentNotice, writeNotice } from './segments/notify.ts';
import { segmentWebhooks } from './segments/webhooks.ts';
import { mergeSegments } from './segments/writes.ts';
import { mergeContact } from './writes.ts';

/** People of a site, as its team knows them. */
export const contacts: ServerFeature = {
  name: 'contacts',
  settings: [contactSettings],
  mount(api) {
    mountContacts(api);
    mountContactImport(api);
    mountContactChanges(api);
    mountLinks(api);
    mountSegments(api);
    mountSegmentActions(api);
  },
  // Says of whom alone: whoever shows them asks for more.
  project: async (_, __, batch) =>
    new Map(
      batch.flatMap(({ kind, seq, visitorId }) =>
        kind === 'contact.changed' && visitorId !== null
          ? [[seq, { staff: { contact: visitorId } }] as const]
          : [],
      ),
    ),
  refusesMails: async (ctx, siteId, visitors) =>
    (await findRefusal(ctx, { siteId, visitors: [...visitors] }))?.noMails === true,
  keepFields,
  contactFacts,
  accountMergers: [mergeContact, mergeSegments],
  personalData: [personalContact, personalSegments],
  planners: [planRefresh],
  jobs: { ...segmentJobs, ...watchJobs, ...noticeJobs },
  notices: { [segmentNotice]: writeNotice },
  webhooks: segmentWebhooks,
  cli: contactCommands,
};
