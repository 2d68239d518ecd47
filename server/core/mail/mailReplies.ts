import type { MailKind, SetAsideReason } from '../../../shared/core/mail/schema.ts';
import type { Site } from '../people/sites/sites.ts';

/** The outcome of an incoming mail: taken, nothing new, or why staff find it among those set aside. */
export type InboundResult = 'received' | 'repeated' | SetAsideReason;

/** A mail of ours that was answered: what it told of, and who read it. */
export interface AnsweredMail {
  /** The subject that its feature gave. */
  conversationId: string;
  address: string;
}

/** A reply to a mail about something public, without what it quotes. */
export interface PublicReply {
  /** The same mail again has the same. */
  id: string;
  body: string;
  /** False where it came by the mail's signed address, but says that it is from another one. */
  isFromReader: boolean;
}

/** A feature's way to take replies to its mails about something public: they are written there. */
export interface MailReplies {
  /** The kind of its mails. */
  readonly kind: MailKind;
  /** Lines by which a quote of the mail is known. Null where what it told of is no more. */
  linesOf(site: Site, mail: AnsweredMail): Promise<string[] | null>;
  /** Takes a reply. @throws Failure `limited` where it is to be brought again later */
  take(site: Site, mail: AnsweredMail, reply: PublicReply): Promise<InboundResult>;
}
