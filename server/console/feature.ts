import type { ServerFeature } from '../core/feature.ts';
import { mountDevelopers } from './developerRoutes.ts';
import { mountSetup } from './setupRoutes.ts';
import { mountChecklist } from './checklistRoutes.ts';
import { secretCommand } from './cli.ts';
import { mountPeople } from './peopleRoutes.ts';
import { mountConsole } from './routes.ts';

/** The console: settings for owners and admins, the people of a site, and the first set-up. */
export const siteConsole: ServerFeature = {
  name: 'console',
  cli: { secret: secretCommand },
  mount(api) {
    mountConsole(api);
    mountPeople(api);
    mountChecklist(api);
    mountSetup(api);
    mountDevelopers(api);
  },
};
