import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

const names = {
  en: 'Contacts',
  de: 'Kontakte',
  ru: 'Контакты',
  el: 'Επαφές',
  sq: 'Kontaktet',
  fil: 'Mga contact',
  eo: 'Kontaktoj',
  ar: 'جهات الاتصال',
};

export const contactsForStaff: StaffFeature = {
  kind: 'contact',
  names,
  page: {
    path: 'contacts',
    names,
    icon: 'team',
    Part: lazy(async () => (await import('./inbox/Contacts.tsx')).Contacts),
  },
  Side: lazy(async () => (await import('./inbox/Side.tsx')).Side),
};
