import type { StaffFeature } from '../core/staff/feature.ts';
import { later } from '../core/staff/Later.tsx';

const names = { en: 'Prompts', de: 'Einblendungen', ru: 'Подсказки', ar: 'الرسائل التلقائية' };

export const invitationsForStaff: StaffFeature = {
  kind: 'prompt',
  names,
  page: {
    path: 'prompts',
    names,
    icon: 'prompt',
    Part: later(async () => (await import('./inbox/Prompts.tsx')).Prompts),
  },
};
