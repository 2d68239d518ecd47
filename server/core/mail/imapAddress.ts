/** A mail server, as it is connected to. */
export interface ImapAddress {
  host: string;
  /** The name that its certificate is for, where `host` is an address. */
  servername?: string;
  port: number;
  secure: boolean;
  /** True where the line is to be sealed before anything is said, false where it is not; absent: if it can be. */
  doSTARTTLS?: boolean;
  auth: { user: string; pass?: string; accessToken?: string };
}
