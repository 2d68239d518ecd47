export interface StaffMember {
  id: string;
  name: string;
  email: string;
}

export interface Session {
  hash: string;
  staff: StaffMember;
  /** The site whose provider vouched for the person: the session opens no other. Null for a login of their own. */
  vouchedBy: string | null;
}
