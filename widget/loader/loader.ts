import type { Language } from '../../shared/core/languages.ts';
import type { Host, InlineModule, PanelHandle, ScriptModule, SettingsModule } from '../core/host.ts';
import { pickLanguage } from '../core/text/language.ts';
import { makeLauncher } from './launcher.ts';

/** Paths of built modules, from the script's own address. */
declare const FOYER_SCRIPT: string;

/** An element of the page that we draw into. */
interface Inline extends HTMLElement {
  /** Undoes what was drawn. */
  end?: () => void;
}
type Command = [name: string, ...rest: unknown[]];
interface Api {
  (...command: Command): void;
  /** Calls that the page's stub has collected; afterwards, those of one who kept the stub. */
  q?: Iterable<unknown>[];
  /** Widgets on this page by their site's key; absent on the page's own stub. */
  sites?: Record<string, Api>;
}

const page = window as unknown as { Foyer?: Api | undefined };
const top = document.documentElement;

// A module has no current script.
const { dataset, nonce, src } = (document.currentScript ??
  document.querySelector('[src*="foyer.js"]')) as HTMLScriptElement;
// biome-ignore lint/style/noNonNullAssertion: without a site the script ends above
const site = dataset.site!;
const base = new URL('.', src).href.slice(0, -1);
const { q = [], sites = {} } = page.Foyer ?? {};
/** Calls that came before the settings were there. */
const waiting: Command[] = [];
// biome-ignore lint/suspicious/noExplicitAny: what a module becomes is known where it is asked for
const loading: Record<string, Promise<any> | undefined> = {};
let again: ((value?: unknown) => void) | undefined;
let commands: Record<string, (...rest: never[]) => unknown> | undefined;
/** Times that we come back to a page which takes us out: one that insists gets its way. */
let returns = 8;

/** Loads a module once; a failure is forgotten, so that the next wish tries again. */
const load = (path: string) =>
  (loading[path] ||= (async () => {
    const file = `${base}/${path}`;
    // First as bytes: a browser remembers a module that could not be loaded, and never tries it again.
    await fetch(file, { signal: AbortSignal.timeout(9e3) });
    const module = await (import(/* @vite-ignore */ file) as Promise<{ start?(host: Host): unknown }>);
    return module.start?.(host) ?? module;
  })().catch((error) => {
    loading[path] = undefined;
    throw error;
  }));
const script = (): Promise<ScriptModule> => load(FOYER_SCRIPT);
// Not its texts beside it: two requests more cost a slow phone 50 ms of its thread, and the field came later for them.
const panel = (): Promise<PanelHandle> => load(host.settings.panel);

/** Nothing that goes wrong here may reach the page that we are a guest of; its owner is told. */
const quietly = (action: () => unknown): Promise<void> =>
  (async () => action())()
    .catch(async (error) => (await script()).report(host, error))
    .catch(() => {}) as Promise<void>;

const made = makeLauncher(nonce);
const { launcher, say } = made;
const element = made.root.host as HTMLElement;
const host = {
  base,
  site,
  nonce,
  load,
  ...made,
  panel: () => loading[host.settings.panel],
  emit(name, detail) {
    (element.isConnected ? element : top).dispatchEvent(
      new CustomEvent(`foyer:${name}`, { bubbles: true, detail: { site, ...detail } }),
    );
  },
} as Host;

/** Does something with the panel; says so when it cannot be reached. */
const act = async (action: (panel: PanelHandle) => unknown): Promise<void> => {
  try {
    await action(await panel());
  } catch (error) {
    // biome-ignore lint/style/noNonNullAssertion: the language was picked among these
    say(host.settings.launcher[host.language]![1]);
    setTimeout(say, 9e3);
    throw error;
  }
};
const toggle = () => act((panel) => panel.toggle());
const hide = (hidden: boolean) => {
  element.hidden = hidden;
  host.emit(hidden ? 'hide' : 'show');
};

/** Ends what listens to the page's policy. */
const policy = new AbortController();
const onPolicyViolation = (event: SecurityPolicyViolationEvent): void => {
  if (!event.blockedURI.startsWith(base)) return;
  // Once: to tell of it may be what is blocked.
  policy.abort();
  quietly(() => {
    throw event;
  });
};

const api: Api = (name, ...rest) => {
  if (commands)
    quietly(async () =>
      // biome-ignore lint/style/noNonNullAssertion: set before the queue is read
      commands![name] ? commands![name](...(rest as never[])) : (await script()).run(host, name, rest),
    );
  else {
    waiting.push([name, ...rest]);
    again?.();
  }
};
const take = (command: Iterable<unknown>) => api(...(command as Command));

// An element's own children stay visible until it is near the viewport.
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting)
        quietly(async () => {
          near.unobserve(target);
          // biome-ignore lint/style/noNonNullAssertion: only elements of these names are defined
          const { inline }: InlineModule = await load(host.settings.parts[target.localName]!);
          if (target.isConnected) (target as Inline).end = inline(target as Inline, host);
        });
  },
  { rootMargin: '20%' },
);
const back = new MutationObserver(() => {
  if (element.isConnected || !returns--) return;
  top.append(element);
  host.moved?.();
});

/** Watches for elements of the page that we draw into, for every site of this page. */
const defineElements = (): void => {
  const loadInline = (inline: Element) => {
    for (const each of Object.values(page.Foyer?.sites ?? sites)) each('inline', inline);
  };
  const names = Object.keys(host.settings.parts);
  document.querySelectorAll(names.join()).forEach(loadInline);
  for (const name of names)
    customElements.define(
      name,
      class extends HTMLElement {
        connectedCallback(): void {
          loadInline(this);
        }
        disconnectedCallback(): void {
          loadInline(this);
        }
      },
    );
};

const loadSettings = async (): Promise<void> => {
  while (!host.language)
    try {
      // A module: where something may be shown unasked, what judges when comes with it. An address anew for each try,
      // since a browser remembers a module that could not be loaded; each try follows a call that waits.
      const address = `${base}/api/sites/${site}/settings.js?${waiting.length}`;
      host.settings = (await (import(/* @vite-ignore */ address) as Promise<SettingsModule>)).settings(host);
      host.language = pickLanguage(Object.keys(host.settings.launcher) as Language[], top.lang);
    } catch {
      // Whoever calls is told, by means of the page's own, and every call tries again.
      host.emit('error');
      await new Promise((resolve) => (again = resolve));
    }
};

const install = async (): Promise<void> => {
  if (sites[site]) return;
  waiting.push(...(q as Command[]));
  api.q = [];
  api.q.push = take as never;
  api.sites = sites;
  sites[site] = api;
  if (!page.Foyer?.sites) page.Foyer = api;
  addEventListener('securitypolicyviolation', onPolicyViolation, policy);
  await loadSettings();

  launcher.onclick = () => quietly(toggle);
  launcher.onpointerenter = launcher.onfocus = () => quietly(panel);
  commands = {
    show: () => hide(false),
    async destroy() {
      commands = {};
      host.emit('destroy');
      delete sites[site];
      if (page.Foyer === api) (page.Foyer = Object.values(sites)[0]) || delete page.Foyer;
      policy.abort();
      near.disconnect();
      back.disconnect();
      element.remove();
      (await host.panel())?.destroy();
    },
    off: (name: string, listener: EventListener) => element.removeEventListener(`foyer:${name}`, listener),
    on: (name: string, listener: EventListener) => element.addEventListener(`foyer:${name}`, listener),
    hide: () => hide(true),
    toggle,
    close: async () => (await host.panel())?.close(),
    /** An inline element came or went. */
    inline(inline: Inline) {
      if (!inline.isConnected) {
        near.unobserve(inline);
        inline.end?.();
      } else if ((inline.dataset.site || Object.keys(sites)[0]) === site) near.observe(inline);
    },
    open: (view?: string) => act((panel) => panel.open(view)),
  };
  top.append(element);
  made.dress(host);
  back.observe(top, { childList: true });
  quietly(defineElements);
  waiting.splice(0).forEach(take);
  host.emit('ready');

  // Only for a visitor who has acted before: their answer may have arrived. The page comes first.
  if (localStorage[`foyer:${site}`])
    setTimeout(() => element.isConnected && quietly(async () => (await panel()).resume()), 2e3);
};

install().catch(() => {});
