import type { Language } from '../../shared/core/languages.ts';
import type { PublicSettings } from '../../shared/siteSettings.ts';
import type { PromptDisplay, PromptWatch } from './prompts/display.ts';
import type { Identity } from './script/identity.ts';

/** The host of modules that come later: they are built apart and meet only here. */
export interface Host {
  /** The server's address, without a trailing slash. */
  base: string;
  /** The site's public key. */
  site: string;
  /** As the owner set it; `update` puts changed ones in their place for this page view. */
  settings: PublicSettings;
  /** One of the locales that we have. */
  language: Language;
  /** The nonce of the script tag, for style elements where constructable style sheets are missing. */
  nonce: string;
  /** Where the launcher lives and the panel will. */
  root: ShadowRoot;
  launcher: HTMLButtonElement;
  /** Loads one of our modules once, by its path, and starts it. @throws when it cannot be loaded; the next wish tries again */
  // biome-ignore lint/suspicious/noExplicitAny: what a module becomes is known where it is asked for
  load(path: string): Promise<any>;
  /** Tells the listeners of the script API, and the page as a DOM event. */
  emit(name: string, detail?: object): void;
  /** Shows a sentence on the launcher; without one its label again. */
  say(text?: string): void;
  /** Puts on the launcher what settings and language say. The page's style sheet may set the same custom properties. */
  dress(host: Pick<Host, 'settings' | 'language'>): void;
  /** The panel, once somebody showed that they may want it. */
  panel(): Promise<PanelHandle | undefined>;
  /** The page's visitor, as it identifies them. */
  identity?: Identity | undefined;
  /** Events the page tracked last. */
  tracked?: { name: string; attributes: Record<string, string>; at: number }[];
  /** The page asks that nothing comes unasked just now. */
  quiet?: boolean;
  /** The page says that its visitor lets things be kept in their browser. */
  consent?: boolean;
  /** The watch that judges when prompts are due, where there are any. */
  prompts?: PromptWatch;
  /** Set by the panel: the launcher's element was taken out of the page and is back. */
  moved?(): void;
}

/** The module that the settings request answers. */
export interface SettingsModule {
  /** The settings, anew with each call; where something may be shown unasked, it is watched for once the page is ready. */
  settings(host: Host): PublicSettings;
}

/** The panel's handle, for the loader. */
export interface PanelHandle {
  /** @param view `home`, or the id of a conversation */
  open(view?: string): Promise<void>;
  toggle(): Promise<void>;
  close(): void;
  /** Goes live for a visitor who acted on an earlier page, without showing anything but the badge. */
  resume(): void;
  /** Loads the display of prompts. */
  prompts(): Promise<PromptDisplay>;
  /** Draws the ask flow into an element of the page; returns what undoes it. Needs no `this`. */
  inline: InlineModule['inline'];
  /** The settings or the language changed. */
  refresh(): Promise<void>;
  /** The page says anew who its visitor is (`host.identity`): everything of theirs is read again, or forgotten. */
  become(): Promise<void>;
  destroy(): void;
}

/** A module that draws a feature into an element of the page. */
export interface InlineModule {
  /** @returns what undoes it */
  inline(element: HTMLElement, host: Host): () => void;
}

export interface PanelModule {
  start(host: Host): PanelHandle;
}

/** The commands that few pages use, loaded with the first of them. */
export interface ScriptModule {
  /** @throws TypeError for a name that is no command */
  run(host: Host, name: string, parameters: unknown[]): unknown;
  /** Tells the owner that something of ours failed. */
  report(host: Pick<Host, 'base' | 'site'>, error: unknown): void;
}
