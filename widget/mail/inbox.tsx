import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

const names = { en: 'Other email', de: 'Andere E-Mails', ru: 'Прочая почта', ar: 'بريد آخر' };

export const mailForStaff: StaffFeature = {
  kind: 'mail',
  names,
  page: {
    path: 'emails',
    names,
    icon: 'mail',
    Part: lazy(async () => (await import('./inbox/SetAside.tsx')).SetAside),
  },
};
