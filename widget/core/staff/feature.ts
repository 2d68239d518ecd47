import type { ComponentType } from 'preact';
import type { Language } from '../../../shared/core/languages.ts';
import { isAtLeast, type Role } from '../../../shared/core/people/roles.ts';
import type { Me, Membership } from '../../../shared/core/people/staff.ts';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import type { Call } from '../net/client.ts';
import type { IconName } from './Icon.tsx';

/** A name in every language that staff screens speak. */
export type NameByLanguage = Record<Language, string>;

/** A page of its own beside the lists, at `/inbox/` and its path. */
export interface StaffPage {
  path: string;
  names: NameByLanguage;
  icon: IconName;
  Part: ComponentType;
  /** Stands behind its name: how many wait. */
  Count?: ComponentType;
  /** True where a conversation that it opens stands beside it. */
  keepsBeside?: true;
  /** True where it is about the person, not the team: it stands below. */
  isOwn?: boolean;
  /** Least role of those who see it; `agent` unless said otherwise. */
  least?: Role;
}

/** True for who may see a page. */
export const maySee = (page: StaffPage, { role }: Membership): boolean =>
  isAtLeast(role, page.least ?? 'agent');

/** Pages that take the whole window, at `/inbox/` and the path, and below it. */
export interface StaffArea {
  path: string;
  icon: IconName;
  names: NameByLanguage;
  canEnter(membership: Membership): boolean;
  load(): Promise<ComponentType<{ me: Me; membership: Membership; call: Call; tag: string }>>;
}

/** Loads a page that needs no login. */
export type LoadEntryPage = () => Promise<ComponentType<{ tag: string; call: Call }>>;

/** Another way to log in than by password, below its form. */
export interface LoginProps {
  call: Call;
  tag: string;
  /** Goes on as who is logged in now. */
  onLoggedIn(me: Me): void;
}

/** A conversation for whose reply a feature has answers. */
export interface AnswersProps {
  thread: InboxThread;
  /** Writes a text where the cursor is. */
  insert(text: string): void;
  /** Fills what a canned reply leaves open. */
  fillReply(body: string): string;
}

/** A feature as the staff's page lists it. Its parts are loaded when they are wanted. */
export interface StaffFeature {
  /** The feature's word; the kind of its conversations. */
  kind: string;
  /** The plural name of the kind, by language. */
  names: NameByLanguage;
  /** Actions on one, under its title; on a conversation of any kind with `actsOnAll`. */
  Actions?: ComponentType<{ thread: InboxThread }>;
  actsOnAll?: true;
  /** Actions on a public question, wherever staff see it. */
  OnQuestion?: ComponentType<{ question: string }>;
  page?: StaffPage;
  /** More about its visitor, in the side panel. */
  Side?: ComponentType<{ thread: InboxThread }>;
  /** Answers that fit what was last said in any conversation, above the composer. */
  Answers?: ComponentType<AnswersProps>;
  area?: StaffArea;
  /** Pages that need no login, by their path below `/inbox/`. */
  entryPages?: Record<string, LoadEntryPage>;
  /** Loads its way to log in. */
  loadLogin?: () => Promise<ComponentType<LoginProps>>;
}
