import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

const names = {
  en: 'Moderation',
  de: 'Moderation',
  ru: 'Модерация',
  ar: 'مراجعة المحتوى',
  el: 'Εποπτεία',
  sq: 'Moderimi',
  fil: 'Moderasyon',
  eo: 'Moderigo',
};

export const moderationForStaff: StaffFeature = {
  kind: 'moderation',
  names,
  page: {
    path: 'moderation',
    names,
    icon: 'held',
    least: 'moderator',
    Part: lazy(async () => (await import('./inbox/Moderation.tsx')).Moderation),
    Count: lazy(async () => (await import('./inbox/WaitingCount.tsx')).WaitingCount),
  },
};
