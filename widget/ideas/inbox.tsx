import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

const names = {
  en: 'Ideas',
  de: 'Ideen',
  ru: 'Идеи',
  el: 'Ιδέες',
  sq: 'Ide',
  fil: 'Mga ideya',
  eo: 'Ideoj',
  ar: 'الأفكار',
};

export const ideasForStaff: StaffFeature = {
  kind: 'idea',
  names,
  page: {
    path: 'ideas',
    names,
    icon: 'idea',
    least: 'moderator',
    Part: lazy(async () => (await import('./inbox/Ideas.tsx')).Ideas),
    Count: lazy(async () => (await import('./inbox/IdeaCount.tsx')).IdeaCount),
  },
  Side: lazy(async () => (await import('./inbox/OnBehalf.tsx')).OnBehalf),
};
