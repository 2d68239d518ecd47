import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

const names = {
  en: 'Reports',
  de: 'Berichte',
  ru: 'Отчёты',
  el: 'Αναφορές',
  sq: 'Raporte',
  fil: 'Mga ulat',
  eo: 'Raportoj',
  ar: 'التقارير',
};

export const reportsForStaff: StaffFeature = {
  kind: 'report',
  names,
  page: {
    path: 'reports',
    names,
    icon: 'chart',
    Part: lazy(async () => (await import('./inbox/Reports.tsx')).Reports),
  },
};
