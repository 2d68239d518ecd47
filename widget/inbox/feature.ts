import type { ComponentType } from 'preact';
import type { IconName } from './Icon.tsx';
import type { InboxThread } from '../../shared/inbox/schema.ts';

/** What a feature tells the inbox of its kind of conversation. The composition root hands them on. */
export interface StaffFeature {
  kind: string;
  /** What staff call many of them, by language; English at least. */
  names: Record<string, string>;
  /** What can be done with one, under its title; with a conversation of any kind where `actsOnAll` says so. */
  Actions?: ComponentType<{ thread: InboxThread }>;
  actsOnAll?: true;
  /** A page of its own beside the lists, at `/inbox/` and its path; `isOwn`: about the person, below. */
  page?: {
    path: string;
    names: Record<string, string>;
    icon: IconName;
    Part: ComponentType;
    /** What stands behind its name: how many wait. */
    Count?: ComponentType;
    isOwn?: boolean;
  };
  /** What is known of its visitor besides, in the side panel. */
  Side?: ComponentType<{ thread: InboxThread }>;
  /** Answers that fit what was last said in any conversation, above the composer. */
  Answers?: ComponentType<{ thread: InboxThread; insert(text: string): void }>;
}
