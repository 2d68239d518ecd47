/* What can be said of mail servers without a schema: pages say it, too. */

/** Ways in which a line to a mail server is kept from others. `none` only within a house. */
export const securities = ['tls', 'starttls', 'none'] as const;

/** Faults of a mailbox, each in a word. */
export const mailFaults = [
  /** Name or password are not taken, or may not be used by programs. */
  'login',
  /** The consent was taken back or has run out. */
  'consent',
  /** The service that gives access asks for patience or is away. */
  'consent_away',
  /** That service does not take the client's id or secret. */
  'consent_client',
  /** The mail server does not take what a fresh consent gave. */
  'consent_refused',
  'certificate',
  'not_found',
  'not_public',
  'unreachable',
  'timed_out',
  /** The folder is not there. */
  'folder',
  /** The mail server does not let it send as this address. */
  'sender',
  /** Something else was answered. */
  'other',
] as const;

/** Providers whose mailboxes are opened by the consent of who owns them. */
export const consents = ['google', 'microsoft'] as const;
/** Ways to log in: with a password, or by consent. */
export const logins = ['password', ...consents] as const;

/** Ports of mail servers; a machine of the house may have others. */
export const imapPorts: readonly number[] = [143, 993];
export const smtpPorts: readonly number[] = [25, 465, 587, 2525];

/** Findings of a domain's records: `unknown` where nobody could be asked. */
export const spfStates = ['good', 'missing', 'several', 'open', 'unknown'] as const;
export const dkimStates = ['good', 'missing', 'unsigned', 'unknown'] as const;
export const dmarcStates = ['good', 'watching', 'missing', 'unknown'] as const;
