import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

const names = {
  en: 'Personal data',
  de: 'Personendaten',
  ru: 'Личные данные',
  el: 'Προσωπικά δεδομένα',
  sq: 'Të dhënat personale',
  fil: 'Personal na data',
  eo: 'Personaj datumoj',
  ar: 'البيانات الشخصية',
};

export const privacyForStaff: StaffFeature = {
  kind: 'privacy',
  names,
  page: {
    path: 'personal-data',
    names,
    icon: 'held',
    Part: lazy(async () => (await import('./inbox/PersonalData.tsx')).PersonalData),
  },
  Side: lazy(async () => (await import('./inbox/Side.tsx')).Side),
};
