import { chatSettings } from '../../shared/chat/settings.ts';
import type { ServerFeature } from '../core/feature.ts';
import { mountChat } from './routes.ts';

/** Conversations that begin with a message. */
export const chat: ServerFeature = {
  name: 'chat',
  settings: [chatSettings],
  mount: mountChat,
};
