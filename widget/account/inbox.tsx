import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

export const accountForStaff: StaffFeature = {
  kind: 'account',
  names: { en: 'Your login', de: 'Deine Anmeldung', ru: 'Ваш вход', ar: 'دخولك' },
  page: {
    path: 'account',
    names: { en: 'Your login', de: 'Deine Anmeldung', ru: 'Ваш вход', ar: 'دخولك' },
    icon: 'mine',
    isOwn: true,
    Part: lazy(async () => (await import('./inbox/Account.tsx')).Account),
  },
  entryPages: { reset: async () => (await import('./inbox/Reset.tsx')).Reset },
};
