import type { StaffFeature } from '../core/staff/feature.ts';
import { later } from '../core/staff/Later.tsx';

const names = { en: 'NPS', de: 'NPS', ru: 'NPS', ar: 'NPS' };

export const npsForStaff: StaffFeature = {
  kind: 'nps',
  names,
  page: {
    path: 'nps',
    names,
    icon: 'score',
    Part: later(async () => (await import('./inbox/Nps.tsx')).Nps),
  },
  Side: later(async () => (await import('./inbox/Side.tsx')).Side),
};
