/** A mail as a provider's hook carried it. */
export interface Carried {
  /** As it came (RFC 5322), or put together again from what the provider said of it. */
  raw: Buffer;
  /** Addresses that it was for, as the receiving server was told. */
  recipients: readonly string[];
}

const address = /^[^\s<>",;:()[\]\\@]{1,64}@[a-z0-9.-]{1,253}$/i;
/** Recipients of one mail that are looked at. */
const maxRecipients = 20;

/** The mail with its recipients on top, as a mail server writes them down: they may stand nowhere else in it. */
export const delivered = ({ raw, recipients }: Carried): Buffer => {
  const known = [...new Set(recipients.map((one) => one.trim()))].filter((one) => address.test(one));
  const lines = known.slice(0, maxRecipients).map((one) => `Delivered-To: ${one}\r\n`);
  return Buffer.concat([Buffer.from(lines.join(''), 'latin1'), raw]);
};
