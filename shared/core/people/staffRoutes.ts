import type { Done } from '../conversations/schema.ts';
import { route } from '../route.ts';
import type { Credentials, Me } from './staff.ts';

/* Same-origin only: the session is an HttpOnly cookie, and these routes send no CORS headers. */
export const login = route<Credentials, Me>('POST', '/api/staff/login');
export const logout = route<undefined, Done>('POST', '/api/staff/logout');
export const getMe = route<undefined, Me>('GET', '/api/staff/me');
