/**
 * The script API of Foyer's widget. Add `"types": ["foyer"]` to your `tsconfig.json`, or `import type {} from 'foyer'`
 * once, and `window.Foyer` is known.
 */

/** The look that `update` changes for this page view. A part that is not given stays as the owner set it. */
export interface FoyerSettings {
  /** `#rrggbb`; text on it is black or white, whichever reads better. */
  accent?: string;
  appearance?: 'auto' | 'light' | 'dark';
  /** Corner radius of the panel, 0 to 32 CSS pixels. */
  radius?: number;
  /** Edge of the page, in reading direction. */
  position?: 'start' | 'end';
  /** Distance from both edges, 0 to 120 CSS pixels. */
  offset?: number;
  /** Text beside the icon, up to 40 characters; empty for a round button. */
  label?: string;
  /** `inherit` takes the page's font. */
  font?: 'system' | 'inherit';
  zIndex?: number;
  /** True takes the launcher away; `open` still works. */
  hidden?: boolean;
  /** One of the site's languages. What was typed into the panel goes when it changes. */
  language?: string;
}

/** Up to 20 names (letters, digits, `_ . -` and blanks, up to 40) with values of one line, up to 200 characters. */
export type FoyerAttributes = Record<string, string | number | boolean>;

export interface FoyerIdentity {
  /**
   * A JSON Web Token that your server signed (HS256) with the site's secret: `sub` is who it is, `exp` at most a day
   * ahead, optionally `aud` (the site's key), `name` and `email`. Only what is signed opens a history.
   */
  token?: string;
  /** A label, until it is signed. */
  name?: string;
  /** A label, until it is signed. */
  email?: string;
  attributes?: FoyerAttributes;
}

/** The data of each event; on the page they are DOM events, `foyer:open` and so on, that bubble to the window. */
export interface FoyerEvents {
  /** The launcher is in the page. Listen for `foyer:ready` on the window, or call before the script has loaded. */
  ready: object;
  open: object;
  close: object;
  show: object;
  hide: object;
  /** The visitor began a conversation here: a question, a chat, a callback. */
  conversation: { kind: string };
  /** Answers that the visitor has not seen. */
  unread: { count: number };
  /** `signed`: a token was given. */
  identify: { signed: boolean };
  logout: object;
  update: { settings: FoyerSettings };
  track: { name: string; attributes: Record<string, string> };
  destroy: object;
  /** The server could not be reached for the settings. Listen for `foyer:error` on the window: nobody is there yet to be asked. */
  error: object;
}

export type FoyerEvent<Name extends keyof FoyerEvents> = CustomEvent<{ site: string } & FoyerEvents[Name]>;
export type FoyerListener<Name extends keyof FoyerEvents> = (event: FoyerEvent<Name>) => void;

/** Calls made before the script has loaded wait for it. Nothing is ever thrown at the page; misuse is on the console. */
export interface FoyerFunction {
  /** @param view `home`, `chat`, or the id of a conversation; where the visitor left it otherwise */
  (command: 'open', view?: 'home' | 'chat' | 'callback' | (string & {})): void;
  (command: 'close' | 'toggle' | 'show' | 'hide'): void;
  /** Says who the visitor is. Saying the same again does nothing; another `sub` begins another visitor. */
  (command: 'identify', identity: FoyerIdentity): void;
  /** Ends the visitor's secret here and on the server, and forgets what they wrote. */
  (command: 'logout'): void;
  (command: 'update', settings: FoyerSettings): void;
  /** Tells listeners of a moment; prompts may wait for it, or be meant to lead to it. What is sent is that a goal was reached, of nobody. */
  (command: 'track', name: string, attributes?: FoyerAttributes): void;
  /** True: nothing comes unasked, until false is said: at the till, in a film. */
  (command: 'quiet', is?: boolean): void;
  /** True: what was shown unasked may be remembered in this browser before the visitor acts. */
  (command: 'consent', is?: boolean): void;
  <Name extends keyof FoyerEvents>(command: 'on' | 'off', name: Name, listener: FoyerListener<Name>): void;
  /** Undoes everything: the launcher, the panel, listeners, streams and the global. */
  (command: 'destroy'): void;
}

export interface FoyerGlobal extends FoyerFunction {
  /** Calls that wait for the script; only on the page's own stub. */
  q?: ArrayLike<unknown>[];
  /** With several sites' scripts on one page, each by its key; `Foyer(…)` itself is the first. Absent on the stub. */
  sites?: Record<string, FoyerFunction>;
}

declare global {
  interface Window {
    Foyer?: FoyerGlobal;
  }
  interface WindowEventMap extends FoyerEventMap {}
  interface DocumentEventMap extends FoyerEventMap {}
}

type FoyerEventMap = { [Name in keyof FoyerEvents as `foyer:${Name}`]: FoyerEvent<Name> };
