import type { StaffFeature } from '../core/staff/feature.ts';
import { later } from '../core/staff/Later.tsx';

const names = { en: 'News', de: 'Neuigkeiten', ru: 'Новости', ar: 'الأخبار' };

export const announcementsForStaff: StaffFeature = {
  kind: 'announcement',
  names,
  page: {
    path: 'news',
    names,
    icon: 'news',
    Part: later(async () => (await import('./inbox/Announcements.tsx')).Announcements),
  },
};
