import type { Api } from '../core/http/mount.ts';
import { mountWhoIsThere } from './routes/signs.ts';
import { mountStaffLive } from './routes/live.ts';
import { mountDrafts, mountForwarding, mountRedaction, mountStaffThread } from './routes/thread.ts';
import { mountFinding, mountLists } from './routes/lists.ts';
import { mountActions, mountSplitting } from './routes/actions.ts';
import { mountStarting } from './starting/routes.ts';

/** Staff routes of the inbox. */
export const mountInbox = (api: Api): void => {
  mountLists(api);
  mountStarting(api);
  mountStaffThread(api);
  mountRedaction(api);
  mountForwarding(api);
  mountDrafts(api);
  mountWhoIsThere(api);
  mountActions(api);
  mountSplitting(api);
  mountFinding(api);
  mountStaffLive(api);
};
