import { randomBytes } from 'node:crypto';

/** A secret as Standard Webhooks 1.0 writes it: 24 random bytes. */
export const newEndpointSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;
