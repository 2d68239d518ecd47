import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import type { PublicSettings } from '../../shared/siteSettings.ts';
import type { PromptKind } from '../../shared/core/prompts/kinds.ts';
import type { ConversationEntry, Surface } from './context.ts';
import type { PromptEntry } from './prompts/prompt.ts';
import type { TextKey, Texts } from './text/i18n.ts';

/* What features give to the panel. */

/** A feature's view on one surface. Made by its entry, drawn by the surface. */
export interface Feature {
  /** The title of a view that takes the whole surface; null while the feature is a part of home. */
  title: ReadonlySignal<TextKey | null>;
  /** True while other parts of home should make room. */
  busy: ReadonlySignal<boolean>;
  render(): ComponentChild;
  /** One step back. */
  back(): void;
  /** Takes up again what could not be sent, to be changed. */
  edit(id: string): void;
  /** Opens an entry to be read. */
  open?(id: string): void;
  dispose(): void;
}

/** `index.ts` of a feature with a view of its own. */
export interface FeatureEntry {
  open(surface: Surface): Feature;
}

/** A feature's part of home: above the field, and at the end. */
export interface HomeSection {
  above(): ComponentChild;
  /** @param field the feature behind the field; null while it loads, or where the site has none */
  below(field: Feature | null): ComponentChild;
}

export interface HomeSectionEntry {
  /** @throws when it cannot be loaded; the next opening tries again */
  loadSection(surface: Surface): Promise<HomeSection>;
}

/** A feature as the panel lists it. Everything is loaded when it is wanted, and not before. */
export interface PanelFeature {
  /** The feature's word; the kind of its conversations. */
  name: string;
  /** Whether the site has it; absent, it has. */
  isOn?(settings: PublicSettings): boolean;
  /** The field on home and what follows it. One feature has this. */
  loadField?(): Promise<FeatureEntry>;
  /** The view of its conversations, and where a new one begins: home has a button with this label. */
  loadConversationView?(): Promise<ConversationEntry>;
  label?(texts: Texts): string;
  loadHomeSection?(): Promise<HomeSectionEntry>;
  /** The views of its inline elements, by element name. */
  elements?: Record<string, () => Promise<FeatureEntry>>;
  /** The views of its prompts, by kind. */
  prompts?: Partial<Record<PromptKind, () => Promise<PromptEntry>>>;
}
