import type { StaffFeature } from '../core/staff/feature.ts';
import { later } from '../core/staff/Later.tsx';

export const commentsForStaff: StaffFeature = {
  kind: 'comment',
  names: { en: 'Comments', de: 'Kommentare', ru: 'Комментарии', ar: 'التعليقات' },
  page: {
    path: 'comments',
    names: { en: 'Comments', de: 'Kommentare', ru: 'Комментарии', ar: 'التعليقات' },
    icon: 'comments',
    Part: later(async () => (await import('./inbox/Queue.tsx')).Queue),
    Count: later(async () => (await import('./inbox/Count.tsx')).Count),
  },
};
