import type { StaffFeature } from '../core/staff/feature.ts';

export const chatForStaff: StaffFeature = {
  kind: 'chat',
  names: { en: 'Chats', de: 'Chats', ru: 'Чаты', ar: 'المحادثات' },
};
