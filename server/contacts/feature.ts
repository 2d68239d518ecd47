import { contactSettings } from '../../shared/contacts/settings.ts';
import type { ServerFeature } from '../core/feature.ts';
import { mountContactChanges } from './changes.ts';
import { personalContact } from './queries/values.ts';
import { mountContacts } from './routes.ts';
import { mergeContact } from './writes.ts';

/** People of a site, as its team knows them. */
export const contacts: ServerFeature = {
  name: 'contacts',
  settings: [contactSettings],
  mount(api) {
    mountContacts(api);
    mountContactChanges(api);
  },
  accountMergers: [mergeContact],
  personalData: [personalContact],
};
