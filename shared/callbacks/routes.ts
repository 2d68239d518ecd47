import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

export const getCallForm = route<undefined, schema.CallForm, { language: string }>(
  'GET',
  '/api/sites/:site/callbacks/form',
);
export const postCheckNumber = route<schema.CheckNumber, schema.NumberReply>(
  'POST',
  '/api/sites/:site/callbacks/number',
);
export const postCallback = route<schema.RequestCall, schema.RequestReply>(
  'POST',
  '/api/sites/:site/callbacks',
);
export const getCallback = route<undefined, schema.CallReply>('GET', '/api/sites/:site/callbacks/:callback');
export const getCallCalendar = route<undefined, schema.CalendarReply>(
  'GET',
  '/api/sites/:site/callbacks/:callback/calendar',
);
export const postMoveCall = route<schema.MoveCall, schema.CallReply>(
  'POST',
  '/api/sites/:site/callbacks/:callback/move',
);
export const postCancelCall = route<schema.CancelCall, schema.CallReply>(
  'POST',
  '/api/sites/:site/callbacks/:callback/cancel',
);

/** A day of the schedule with its calls. */
export const getCallDay = route<undefined, schema.CallDay, { day: string }>(
  'GET',
  '/api/inbox/:site/callbacks',
);
export const getStaffCall = route<undefined, schema.StaffCallReply>(
  'GET',
  '/api/inbox/:site/callbacks/:callback',
);
export const postCallStep = route<schema.TakeStep, schema.StaffCallReply>(
  'POST',
  '/api/inbox/:site/callbacks/:callback/steps',
);

/** For a telephony system, which shows a token that the site has signed. */
export const listDiallerCalls = route<undefined, schema.DiallerList>(
  'GET',
  '/api/sites/:site/dialler/callbacks',
);
export const postDiallerStep = route<schema.TakeStep, schema.StaffCallReply>(
  'POST',
  '/api/sites/:site/dialler/callbacks/:callback/steps',
);
