import type { ServerFeature } from '../core/feature.ts';
import { mountSetup } from './setupRoutes.ts';
import { mountChecklist } from './checklistRoutes.ts';
import { mountPeople } from './peopleRoutes.ts';
import { mountConsole } from './routes.ts';

/** What owners and admins set, the people of a site, and the first set-up. */
export const siteConsole: ServerFeature = {
  name: 'console',
  mount(api) {
    mountConsole(api);
    mountPeople(api);
    mountChecklist(api);
    mountSetup(api);
  },
};
