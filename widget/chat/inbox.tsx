import type { StaffFeature } from '../core/staff/feature.ts';

export const chatForStaff: StaffFeature = {
  kind: 'chat',
  names: {
    en: 'Chats',
    de: 'Chats',
    ru: 'Чаты',
    el: 'Συνομιλίες',
    sq: 'Biseda',
    fil: 'Mga chat',
    eo: 'Babiladoj',
    ar: 'المحادثات',
  },
};
