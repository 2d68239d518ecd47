export interface StaffMember {
  id: string;
  name: string;
  email: string;
}

export interface Session {
  hash: string;
  staff: StaffMember;
}
