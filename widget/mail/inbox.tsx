import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

const names = {
  en: 'Email',
  de: 'E-Mail',
  ru: 'Почта',
  el: 'Email',
  sq: 'Email',
  fil: 'Email',
  eo: 'Retpoŝto',
  ar: 'البريد',
};

export const mailForStaff: StaffFeature = {
  kind: 'mail',
  names,
  page: {
    path: 'emails',
    names,
    icon: 'mail',
    Part: lazy(async () => (await import('./inbox/EmailLog.tsx')).EmailLog),
  },
};
