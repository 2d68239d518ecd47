import { directionOf } from '../../../shared/core/languages.ts';
import { answerCall, sampleConversation, settingsOf } from './answers.ts';
import { mark, type PreviewState, type ShowMessage, type StateMessage } from './messages.ts';
import './preview.css';

/*
 * The page in the console's frame: the real script tag, with a stand-in for the network. The stand-in is here and not
 * in the widget, so that no page of a visitor carries a byte for it.
 */

/** A key that no site can have: what the widget keeps in this browser stays apart from every real site's. */
const site = '-preview-';
const storage = `foyer:${site}`;

const networkFetch = window.fetch.bind(window);
let shown: ShowMessage | undefined;
let isCut = false;

window.fetch = async (input, init) => {
  const request = input instanceof Request ? input : null;
  const url = new URL(request?.url ?? `${input as string | URL}`, location.href);
  const [, path] = /^\/api\/sites\/[^/]+\/(.+)$/.exec(url.pathname) ?? [];
  if (url.origin !== location.origin || !path || !shown) return networkFetch(input, init);
  if (isCut) throw new TypeError('Failed to fetch');
  const method = (init?.method ?? request?.method ?? 'GET').toUpperCase();
  const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : null;
  return answerCall(path, method, body, shown);
};

// What the script tag imports as its settings calls this.
Object.assign(window, { foyerPreview: () => shown && settingsOf(shown) });

// The widget moves the focus to its views as they open. Here that would take it from the owner who is writing beside
// the frame: it goes only where somebody is in the frame already.
const focus = HTMLElement.prototype.focus;
HTMLElement.prototype.focus = function (this: HTMLElement, options?: FocusOptions) {
  if (document.hasFocus()) focus.call(this, options);
};

const foyer = (...command: unknown[]): void =>
  (window as unknown as { Foyer?: (...command: unknown[]) => void }).Foyer?.(...command);

/** The first element that fits, in the page or in the widget's shadow roots. */
const find = (selector: string, within: Document | ShadowRoot = document): HTMLElement | null => {
  const found = within.querySelector<HTMLElement>(selector);
  if (found) return found;
  for (const element of within.querySelectorAll('*')) {
    const deeper = element.shadowRoot && find(selector, element.shadowRoot);
    if (deeper) return deeper;
  }
  return null;
};

/** The longest a view may take to come, milliseconds. */
const timeout = 40_000;

const appears = async (selector: string, wanted: ShowMessage): Promise<HTMLElement> => {
  const end = performance.now() + timeout;
  for (;;) {
    if (shown !== wanted) throw new Error('superseded');
    const element = find(selector);
    if (element) return element;
    if (performance.now() > end) throw new Error(`no ${selector}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const type = (field: HTMLElement, text: string): void => {
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
};

/** Uses the widget as a visitor would, up to a view. */
const play = async (state: PreviewState, wanted: ShowMessage): Promise<void> => {
  await appears('button.launcher', wanted);
  if (state === 'closed') return;
  const isChat = state === 'chat' && wanted.settings.features.chat;
  foyer('open', state === 'conversation' ? sampleConversation : isChat ? 'chat' : undefined);
  await appears('.panel', wanted);
  if (state === 'conversation') return void (await appears('.message', wanted));
  if (isChat) return void (await appears('.composer', wanted));
  if (state === 'chat' || state === 'home' || state === 'away' || state === 'paused') return;
  const { samples, settings } = wanted;
  if (!settings.features.ask) return;
  const field = await appears('.panel textarea, .panel input', wanted);
  const isWriting = state === 'form' || state === 'heard' || state === 'offline';
  type(field, isWriting ? samples.title : samples.typed);
  if (isWriting) {
    (await appears('.find > button.primary, .find .primary', wanted)).click();
    const form = await appears('.panel form', wanted);
    if (state === 'form') return;
    isCut = state === 'offline';
    (form.querySelector('button[type=submit]') as HTMLElement).click();
    await appears('.heard, .notice', wanted);
    return;
  }
  const row = await appears('.list button', wanted);
  if (state === 'suggestions') return;
  row.click();
  await appears('.panel .rich', wanted);
};

const report = (what: StateMessage['what'], state?: PreviewState): void =>
  parent.postMessage({ mark, what, state } satisfies StateMessage, location.origin);

let script: HTMLScriptElement | undefined;

/** Resolves when the script that was added last has drawn its button: before, it does not hear "destroy". */
let installing: Promise<unknown> = Promise.resolve();

const isDrawn = async (): Promise<void> => {
  const end = performance.now() + timeout;
  while (!find('button.launcher') && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 20));
};

const show = async (wanted: ShowMessage): Promise<void> => {
  shown = wanted;
  isCut = false;
  await installing;
  if (shown !== wanted) return;
  foyer('destroy');
  script?.remove();
  localStorage.removeItem(storage);
  // A visitor who has asked before has a secret; this one is worth nothing anywhere.
  if (wanted.state === 'conversation')
    localStorage.setItem(storage, JSON.stringify({ secret: 'preview', at: Date.now() }));
  document.documentElement.lang = wanted.language;
  document.documentElement.dir = directionOf(wanted.language);
  document.documentElement.dataset['scheme'] = wanted.settings.theme.appearance;
  script = document.createElement('script');
  script.src = '/foyer.js';
  script.dataset['site'] = site;
  document.head.append(script);
  installing = isDrawn();
  try {
    await play(wanted.state, wanted);
    if (shown === wanted) report('shown', wanted.state);
  } catch (error) {
    if (shown === wanted) {
      console.error(error);
      report('failed', wanted.state);
    }
  }
};

const isShow = (data: unknown): data is ShowMessage =>
  typeof data === 'object' &&
  data !== null &&
  (data as { mark?: unknown }).mark === mark &&
  'settings' in data;

// Only the console around us, and only from our own origin.
addEventListener('message', ({ data, origin, source }) => {
  if (origin === location.origin && source === parent && isShow(data)) void show(data);
});
addEventListener('pagehide', () => localStorage.removeItem(storage));
report('ready');
