import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

const names = {
  en: 'Prompts',
  de: 'Einblendungen',
  ru: 'Подсказки',
  el: 'Αυτόματα μηνύματα',
  sq: 'Mesazhe automatike',
  fil: 'Mga prompt',
  eo: 'Aŭtomataj mesaĝoj',
  ar: 'الرسائل التلقائية',
};

export const invitationsForStaff: StaffFeature = {
  kind: 'prompt',
  names,
  page: {
    path: 'prompts',
    names,
    icon: 'prompt',
    Part: lazy(async () => (await import('./inbox/Prompts.tsx')).Prompts),
  },
};
