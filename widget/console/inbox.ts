import { isAtLeast } from '../../shared/core/people/roles.ts';
import type { StaffFeature } from '../core/staff/feature.ts';

const names = {
  en: 'Settings',
  de: 'Einstellungen',
  ru: 'Настройки',
  el: 'Ρυθμίσεις',
  sq: 'Cilësimet',
  fil: 'Mga setting',
  eo: 'Agordoj',
  ar: 'الإعدادات',
};

export const consoleForStaff: StaffFeature = {
  kind: 'console',
  names,
  area: {
    path: 'console',
    names,
    icon: 'settings',
    canEnter: ({ role }) => isAtLeast(role, 'admin'),
    load: async () => (await import('./Console.tsx')).Console,
  },
  loadLogin: async () => (await import('./signIn/ProviderLogin.tsx')).ProviderLogin,
  entryPages: {
    setup: async () => (await import('./entry/Setup.tsx')).Setup,
    welcome: async () => (await import('./entry/Welcome.tsx')).Welcome,
  },
};
