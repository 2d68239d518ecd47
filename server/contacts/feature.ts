import { contactSettings } from '../../shared/contacts/settings.ts';
import type { ServerFeature } from '../core/feature.ts';
import { mountContactChanges } from './changes.ts';
import { contactCommands } from './cli.ts';
import { mountContactImport } from './importing/routes.ts';
import { personalContact } from './queries/values.ts';
import { mountContacts } from './routes.ts';
import { mountSegmentActions } from './segments/actions.ts';
import { personalSegments } from './segments/queries/kept.ts';
import { planRefresh, segmentJobs } from './segments/refresh.ts';
import { mountSegments } from './segments/routes.ts';
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
    mountSegments(api);
    mountSegmentActions(api);
  },
  accountMergers: [mergeContact, mergeSegments],
  personalData: [personalContact, personalSegments],
  planners: [planRefresh],
  jobs: segmentJobs,
  cli: contactCommands,
};
