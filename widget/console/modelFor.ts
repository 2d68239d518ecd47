import type { Membership } from '../../shared/core/people/staff.ts';
import type { Call } from '../core/net/client.ts';
import { type ConsoleModel, createConsole } from './model.ts';

/** Models of edited settings: one for as long as somebody is logged in, also after a look into the inbox. */
const modelByMembership = new WeakMap<Membership, ConsoleModel>();

/** The model of a site's settings. */
export const modelFor = (membership: Membership, call: Call): ConsoleModel => {
  const known = modelByMembership.get(membership);
  if (known?.changes.value.length === 0) void known.load();
  const model = known ?? createConsole(membership, call);
  modelByMembership.set(membership, model);
  return model;
};
