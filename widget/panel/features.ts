import * as ask from '../ask/index.ts';
import type { PanelFeature } from '../core/feature.ts';

/** Every feature of the widget, in the order of home. The one list. */
export const panelFeatures: readonly PanelFeature[] = [
  {
    name: 'ask',
    isOn: ({ features }) => features.ask,
    // With the panel: nearly every site has it, and home begins with its field.
    loadField: async () => ask,
    // Once the field is there and the panel quiet: it stands below everything else.
    loadHomeSection: async () => {
      await new Promise((quiet) => setTimeout(quiet, 500));
      return import('./lookAround.tsx');
    },
    elements: { 'foyer-ask': async () => ask },
  },
  {
    name: 'chat',
    isOn: ({ features }) => features.chat,
    label: (texts) => texts.get('chat'),
    loadConversationView: () => import('../chat/index.ts'),
  },
  {
    name: 'callback',
    isOn: ({ features }) => features.callback,
    label: (texts) => texts.get('callback'),
    loadConversationView: () => import('../callbacks/index.ts'),
  },
  {
    name: 'announcements',
    isOn: ({ news }) => Boolean(news),
    loadHomeSection: () => import('../announcements/index.tsx'),
    prompts: { announcement: () => import('../announcements/prompt.tsx') },
  },
  {
    name: 'nps',
    elements: { 'foyer-nps': () => import('../nps/index.tsx') },
    prompts: { survey: () => import('../nps/prompt.tsx') },
  },
  { name: 'invitations', prompts: { invitation: () => import('../invitations/prompt.tsx') } },
];
