import { z } from 'zod';

/**
 * Scopes of API tokens. Reading and writing are apart: who may write can't read by that alone. Callbacks are
 * conversations; articles, comments, news, invitations, surveys and canned replies are content. Reading people includes
 * the export of what is kept of one.
 */
export const scopes = [
  'conversations:read',
  'conversations:write',
  'content:read',
  'content:write',
  'people:read',
  'people:write',
  'people:erase',
  'reports:read',
  'settings:read',
  'settings:write',
] as const;
export const scope = z.enum(scopes);
export type Scope = z.infer<typeof scope>;
