import type { StaffFeature } from '../core/staff/feature.ts';
import { later } from '../core/staff/Later.tsx';

export const callsForStaff: StaffFeature = {
  kind: 'callback',
  names: { en: 'Calls', de: 'Anrufe', ru: 'Звонки', ar: 'المكالمات' },
  Actions: later(async () => (await import('./inbox/CallPanel.tsx')).CallPanel),
  page: {
    path: 'calls',
    names: { en: 'Call schedule', de: 'Anrufplan', ru: 'План звонков', ar: 'جدول المكالمات' },
    icon: 'phone',
    Part: later(async () => (await import('./inbox/DayView.tsx')).DayView),
  },
};
