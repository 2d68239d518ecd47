import type { ServerFeature } from '../core/feature.ts';
import { mountEnd } from './endRoutes.ts';
import { mountChat } from './routes.ts';

/** Conversations that begin with a message. */
export const chat: ServerFeature = {
  name: 'chat',
  mount(api) {
    mountChat(api);
    mountEnd(api);
  },
};
