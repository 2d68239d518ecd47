import type { ComponentChild, FunctionComponent } from 'preact';
import type { ReadonlySignal } from '@preact/signals';
import type { FollowPart } from './follow/door.ts';
import type { TextKey } from './i18n.ts';
import type { Surface } from './surface.ts';

/** What a feature shows on one surface. Made by the feature's door, drawn by the surface. */
export interface Feature {
  /** The title of the view that takes the whole surface, or null while the feature is part of the start. */
  title: ReadonlySignal<TextKey | null>;
  /** True while other parts of the start should make room. */
  busy: ReadonlySignal<boolean>;
  render(): ComponentChild;
  /** One step back. */
  back(): void;
  /** Takes up again what could not be sent, to be changed. */
  edit(id: string): void;
  dispose(): void;
}

/** `index.ts` of a feature. */
export interface FeatureDoor {
  open(surface: Surface): Feature;
}

/** A conversation of one kind as its feature shows it; the id may be the kind's own name: where a new one begins. */
export type KindView = FunctionComponent<{ id: string }>;

/** `index.ts` of a feature whose conversations have a view of their own. */
export interface KindDoor {
  /** Brings its words too. @throws when they cannot be loaded */
  open(surface: Surface, part: FollowPart): Promise<KindView>;
}
