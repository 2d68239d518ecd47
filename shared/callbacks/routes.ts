import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

export const getCallbackForm = route<undefined, schema.CallbackForm, { language: string }>(
  'GET',
  '/api/sites/:site/callbacks/form',
);
export const postCheckNumber = route<schema.CheckNumber, schema.NumberReply>(
  'POST',
  '/api/sites/:site/callbacks/number',
);
export const postCallback = route<schema.RequestCallback, schema.RequestReply>(
  'POST',
  '/api/sites/:site/callbacks',
);
export const getCallback = route<undefined, schema.CallbackReply>(
  'GET',
  '/api/sites/:site/callbacks/:callback',
);
export const getCallbackCalendar = route<undefined, schema.CalendarReply>(
  'GET',
  '/api/sites/:site/callbacks/:callback/calendar',
);
export const postMoveCallback = route<schema.MoveCallback, schema.CallbackReply>(
  'POST',
  '/api/sites/:site/callbacks/:callback/move',
);
export const postCancelCallback = route<schema.CancelCallback, schema.CallbackReply>(
  'POST',
  '/api/sites/:site/callbacks/:callback/cancel',
);

/** A day of the schedule with its calls. */
export const getCallbackDay = route<undefined, schema.CallbackDay, { day: string }>(
  'GET',
  '/api/inbox/:site/callbacks',
);
export const getStaffCallback = route<undefined, schema.StaffCallbackReply>(
  'GET',
  '/api/inbox/:site/callbacks/:callback',
);
export const postCallbackStep = route<schema.TakeStep, schema.StaffCallbackReply>(
  'POST',
  '/api/inbox/:site/callbacks/:callback/steps',
);

/** For a telephony system, which shows a token that the site has signed. */
export const listDiallerCallbacks = route<undefined, schema.DiallerList>(
  'GET',
  '/api/sites/:site/dialler/callbacks',
);
export const postDiallerStep = route<schema.TakeStep, schema.StaffCallbackReply>(
  'POST',
  '/api/sites/:site/dialler/callbacks/:callback/steps',
);
