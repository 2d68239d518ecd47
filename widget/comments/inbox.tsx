import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

export const commentsForStaff: StaffFeature = {
  kind: 'comment',
  names: {
    en: 'Comments',
    de: 'Kommentare',
    ru: 'Комментарии',
    el: 'Σχόλια',
    sq: 'Komente',
    fil: 'Mga komento',
    eo: 'Komentoj',
    ar: 'التعليقات',
  },
  page: {
    path: 'comments',
    names: {
      en: 'Comments',
      de: 'Kommentare',
      ru: 'Комментарии',
      el: 'Σχόλια',
      sq: 'Komente',
      fil: 'Mga komento',
      eo: 'Komentoj',
      ar: 'التعليقات',
    },
    icon: 'comments',
    least: 'moderator',
    Part: lazy(async () => (await import('./inbox/Queue.tsx')).Queue),
    Count: lazy(async () => (await import('./inbox/Count.tsx')).Count),
  },
};
