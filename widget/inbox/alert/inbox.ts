import type { StaffFeature } from '../../core/staff/feature.ts';
import { lazy } from '../../core/staff/lazy.tsx';

const names = {
  en: 'Alerts',
  de: 'Benachrichtigungen',
  ru: 'Оповещения',
  el: 'Ειδοποιήσεις',
  sq: 'Njoftimet',
  fil: 'Mga notipikasyon',
  eo: 'Sciigoj',
  ar: 'التنبيهات',
};

/** The page of what a person is told of. */
export const alertsForStaff: StaffFeature = {
  kind: 'alerts',
  names,
  page: {
    path: 'alerts',
    names,
    icon: 'bell',
    isOwn: true,
    Part: lazy(async () => (await import('./Alerts.tsx')).Alerts),
  },
};
