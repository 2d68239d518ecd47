/** Kinds of processors of a site's data, in the order in which they are shown. */
export const processorKinds = ['smtp', 'imap', 'embeddings', 'spam', 'push', 'webhook'] as const;

/** Somebody who gets data of the site: what for, and under which host. */
export interface Processor {
  kind: (typeof processorKinds)[number];
  host: string;
}

/** The host of an address; null where there is no address. */
export const processorOf = (kind: Processor['kind'], url: string | undefined): Processor[] =>
  url === undefined || !URL.canParse(url) ? [] : [{ kind, host: new URL(url).hostname }];
