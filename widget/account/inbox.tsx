import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

export const accountForStaff: StaffFeature = {
  kind: 'account',
  names: {
    en: 'Your account',
    de: 'Dein Konto',
    ru: 'Ваш аккаунт',
    el: 'Ο λογαριασμός σας',
    sq: 'Llogaria juaj',
    fil: 'Ang account mo',
    eo: 'Via konto',
    ar: 'حسابك',
  },
  page: {
    path: 'account',
    names: {
      en: 'Your account',
      de: 'Dein Konto',
      ru: 'Ваш аккаунт',
      el: 'Ο λογαριασμός σας',
      sq: 'Llogaria juaj',
      fil: 'Ang account mo',
      eo: 'Via konto',
      ar: 'حسابك',
    },
    icon: 'mine',
    least: 'moderator',
    isOwn: true,
    Part: lazy(async () => (await import('./inbox/Account.tsx')).Account),
  },
  loadLogin: async () => (await import('./login/PasskeyLogin.tsx')).PasskeyLogin,
  entryPages: { reset: async () => (await import('./inbox/Reset.tsx')).Reset },
};
