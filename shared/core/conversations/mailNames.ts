import type { MailPerson, MessageMail } from './mailPeople.ts';

/** Everybody whom an email names, its writer first. */
export const peopleOf = ({ from, to = [], cc = [], bcc = [] }: MessageMail): MailPerson[] => [
  ...(from ? [from] : []),
  ...to,
  ...cc,
  ...bcc,
];
