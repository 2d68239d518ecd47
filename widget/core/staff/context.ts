import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { ourLanguage } from '../../../shared/core/languages.ts';
import type { Me, Membership } from '../../../shared/core/people/staff.ts';
import type { Overview } from '../../../shared/inbox/schema.ts';
import type { Call } from '../net/client.ts';
import type { NameByLanguage, StaffFeature } from './feature.ts';
import type { Language } from './i18n.ts';

/** The visitor of whom something changed, and their address; null for anybody. */
export interface ContactChange {
  visitor: string | null;
  email: string | null;
}

/** The staff page's context for features: who works on which site, calls, and events. */
export interface StaffContext {
  me: Me;
  membership: Membership;
  /** Calls of this site. */
  call: Call;
  /** Awaits a call. A failure is shown to the person. @returns null when it failed */
  attempt<Value>(work: Promise<Value>): Promise<Value | null>;
  /** The current time, updated every few seconds. */
  now: ReadonlySignal<number>;
  /** The team of the site. */
  people: ReadonlySignal<Overview['people']>;
  /** Counts changes of other things than conversations. */
  otherChanges: ReadonlySignal<number>;
  /** The last change of a person, as the stream told of it. */
  contactChanges: ReadonlySignal<ContactChange>;
  /** Changes with the conversations of the list on screen. */
  listChanges: ReadonlySignal<unknown>;
  /** The conversation that is open. */
  opened: ReadonlySignal<string | null>;
  /** Begins a new message, to a contact or to whoever is chosen. */
  compose(target?: { contact?: { id: string; name: string } }): void;
  /** Opens a conversation; null closes it. */
  open(conversation: string | null): void;
}

export const LanguageContext = createContext<Language>({ tag: 'en', texts: {} as Language['texts'] });
export const useLanguage = (): Language => useContext(LanguageContext);

export const StaffProvider = createContext<StaffContext | null>(null);

/** The context of the staff's page; only inside of one. */
export const useStaff = (): StaffContext => {
  const staff = useContext(StaffProvider);
  if (!staff) throw new Error('outside of the staff page');
  return staff;
};

export const FeaturesContext = createContext<readonly StaffFeature[]>([]);
export const useFeatures = (): readonly StaffFeature[] => useContext(FeaturesContext);

/** A name in the reader's language; in English where it is none of ours. */
export const inLanguage = (names: NameByLanguage, tag: string): string => names[ourLanguage(tag) ?? 'en'];

/** The plural name of a conversation's kind; the kind itself where no feature of this page knows it. */
export const kindName = (features: readonly StaffFeature[], kind: string, tag: string): string => {
  const names = features.find((feature) => feature.kind === kind)?.names;
  return (names && inLanguage(names, tag)) ?? kind;
};
