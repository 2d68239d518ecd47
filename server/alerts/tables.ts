import { at, index, primaryKey, table, text } from '../core/db/columns.ts';

/** Browsers of staff that pushes go to. */
export const pushDevices = table(
  'push_devices',
  {
    siteId: text('site_id').notNull(),
    /** The browser's own. */
    id: text('id').notNull(),
    staffId: text('staff_id').notNull(),
    /** Where its push service takes what is sent to it, and the keys it is encrypted with (RFC 8291). */
    endpoint: text('endpoint').notNull(),
    p256dh: text('p256dh').notNull(),
    auth: text('auth').notNull(),
    language: text('language').notNull(),
    /** Browser and system in plain words. */
    device: text('device').notNull(),
    /** When the login began that it belongs to: with that login it goes. */
    loginAt: at('login_at').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (device) => [
    primaryKey({ columns: [device.siteId, device.id] }),
    index('push_devices_staff').on(device.siteId, device.staffId),
  ],
);
