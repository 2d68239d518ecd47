import type { StaffFeature } from '../../core/staff/feature.ts';
import { later } from '../../core/staff/Later.tsx';

const names = { en: 'Alerts', de: 'Hinweise', ru: 'Оповещения', ar: 'التنبيهات' };

/** The page of what a person is told of. */
export const alertsForStaff: StaffFeature = {
  kind: 'alerts',
  names,
  page: {
    path: 'alerts',
    names,
    icon: 'bell',
    isOwn: true,
    Part: later(async () => (await import('./Alerts.tsx')).Alerts),
  },
};
