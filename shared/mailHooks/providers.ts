/* What can be said of hooks without a schema: pages say it, too. */

/** Mail providers whose inbound hooks are understood. */
export const hookProviders = ['mailgun', 'postmark', 'sendgrid', 'ses'] as const;
export type HookProvider = (typeof hookProviders)[number];

/** Hooks of a site, at the most. */
export const maxHooks = 10;
