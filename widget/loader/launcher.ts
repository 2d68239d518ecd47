import type { Host } from '../core/host.ts';
import rules from './launcher.css?inline';

/** Makes the button in a shadow root, to stand beside the body, where pages that replace their body leave it alone. */
export const makeLauncher = (nonce: string): Pick<Host, 'root' | 'launcher' | 'say' | 'dress'> => {
  const element = document.createElement('foyer-root');
  const root = element.attachShadow({ mode: 'open' });
  const launcher = document.createElement('button');
  const text = document.createElement('slot');
  let write: (rules: string) => void;
  let label: string;
  let name: string;
  try {
    const sheet = new CSSStyleSheet();
    write = (rules) => sheet.replaceSync(rules);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.nonce = nonce;
    write = (rules) => (style.textContent = rules);
    root.append(style);
  }
  launcher.dir = 'auto';
  launcher.className = 'launcher';
  launcher.append(text);
  root.append(launcher);

  const say = (sentence = label): void => {
    text.textContent = sentence;
    launcher.ariaLabel = sentence || name;
  };
  return {
    root,
    launcher,
    say,
    dress({ settings: { theme, launcher: words, colours }, language }) {
      element.lang = language;
      label = theme.label;
      // biome-ignore lint/style/noNonNullAssertion: the language was picked among these
      name = words[language]![0];
      write(
        `${rules}:host{--foyer-accent:${theme.accent};--foyer-offset:${theme.offset}px;--foyer-radius:${theme.radius}px;--foyer-z-index:${theme.zIndex};color:${colours.onAccent}!important;inset-inline-${theme.position}:var(--foyer-offset)!important}`,
      );
      say();
    },
  };
};
