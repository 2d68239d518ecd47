import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

export const callbacksForStaff: StaffFeature = {
  kind: 'callback',
  names: {
    en: 'Calls',
    de: 'Anrufe',
    ru: 'Звонки',
    el: 'Κλήσεις',
    sq: 'Telefonata',
    fil: 'Mga tawag',
    eo: 'Vokoj',
    ar: 'المكالمات',
  },
  Actions: lazy(async () => (await import('./inbox/CallbackPanel.tsx')).CallbackPanel),
  page: {
    path: 'calls',
    names: {
      en: 'Call schedule',
      de: 'Anrufplan',
      ru: 'План звонков',
      el: 'Πρόγραμμα κλήσεων',
      sq: 'Plani i telefonatave',
      fil: 'Iskedyul ng tawag',
      eo: 'Plano de vokoj',
      ar: 'جدول المكالمات',
    },
    icon: 'phone',
    keepsBeside: true,
    Part: lazy(async () => (await import('./inbox/DayView.tsx')).DayView),
  },
};
