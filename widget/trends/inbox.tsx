import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

const names = {
  en: 'Trends',
  de: 'Trends',
  ru: 'Всплески',
  el: 'Τάσεις',
  sq: 'Prirjet',
  fil: 'Mga trend',
  eo: 'Tendencoj',
  ar: 'المؤشرات',
};

export const trendsForStaff: StaffFeature = {
  kind: 'trend',
  names,
  page: {
    path: 'trends',
    names,
    icon: 'trend',
    Part: lazy(async () => (await import('./inbox/Trends.tsx')).Trends),
    Count: lazy(async () => (await import('./inbox/TrendCount.tsx')).TrendCount),
  },
};
