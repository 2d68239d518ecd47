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
    canEnter: ({ role }) => role !== 'agent',
    load: async () => (await import('./Console.tsx')).Console,
  },
  entryPages: {
    setup: async () => (await import('./entry/Setup.tsx')).Setup,
    welcome: async () => (await import('./entry/Welcome.tsx')).Welcome,
  },
};
