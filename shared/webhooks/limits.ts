/** Endpoints of one site, at the most. */
export const maxEndpoints = 20;

/** Every type there is, and those that come. */
export const allTypes = '*';

/** On; switched off by a person; it answered 410 Gone; it failed for days. */
export const endpointStates = ['on', 'off', 'gone', 'failing'] as const;

/** On its way; taken; given up. */
export const deliveryStates = ['waiting', 'done', 'failed'] as const;
