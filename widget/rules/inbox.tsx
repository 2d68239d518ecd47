import type { StaffFeature } from '../core/staff/feature.ts';
import { lazy } from '../core/staff/lazy.tsx';

const names = {
  en: 'Rules and macros',
  de: 'Regeln und Makros',
  ru: 'Правила и макросы',
  el: 'Κανόνες και μακροεντολές',
  sq: 'Rregulla dhe makro',
  fil: 'Mga rule at macro',
  eo: 'Reguloj kaj makrooj',
  ar: 'القواعد ووحدات الماكرو',
};

export const rulesForStaff: StaffFeature = {
  kind: 'rule',
  names,
  page: {
    path: 'rules',
    names,
    icon: 'canned',
    least: 'admin',
    Part: lazy(async () => (await import('./inbox/RulesPage.tsx')).RulesPage),
  },
  Side: lazy(async () => (await import('./inbox/Side.tsx')).Side),
};
