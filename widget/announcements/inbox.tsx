import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

const names = {
  en: 'News',
  de: 'Neuigkeiten',
  ru: 'Новости',
  el: 'Νέα',
  sq: 'Lajme',
  fil: 'Balita',
  eo: 'Novaĵoj',
  ar: 'الأخبار',
};

export const announcementsForStaff: StaffFeature = {
  kind: 'announcement',
  names,
  page: {
    path: 'news',
    names,
    icon: 'news',
    Part: lazy(async () => (await import('./inbox/Announcements.tsx')).Announcements),
  },
};
