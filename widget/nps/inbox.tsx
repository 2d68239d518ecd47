import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

const names = { en: 'NPS', de: 'NPS', ru: 'NPS', el: 'NPS', sq: 'NPS', fil: 'NPS', eo: 'NPS', ar: 'NPS' };

export const npsForStaff: StaffFeature = {
  kind: 'nps',
  names,
  page: {
    path: 'nps',
    names,
    icon: 'score',
    Part: lazy(async () => (await import('./inbox/Nps.tsx')).Nps),
  },
  Side: lazy(async () => (await import('./inbox/Side.tsx')).Side),
};
