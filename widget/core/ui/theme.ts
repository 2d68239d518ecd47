import type { PublicSettings } from '../../../shared/siteSettings.ts';

/**
 * Sets the custom properties that everything on screen derives from, and follows the reader's choice of light or dark.
 * An accent that the page's own style sheet has in `--foyer-accent` goes before the owner's.
 * @param read the settings as they are now
 * @returns what applies them anew, and what ends it
 */
export const applyTheme = (
  element: HTMLElement,
  read: () => PublicSettings,
): { apply(): void; end(): void } => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const { theme, colours } = read();
    const scheme = theme.appearance === 'auto' ? (dark.matches ? 'dark' : 'light') : theme.appearance;
    const set = (values: Record<string, string>): void => {
      // biome-ignore lint/style/noNonNullAssertion: `name` is one of its keys
      for (const name in values) element.style.setProperty(`--${name}`, values[name]!);
    };
    const setAccent = (accent: string, { onAccent, accentInk }: PublicSettings['colours']): void =>
      set({ accent, 'on-accent': onAccent, 'accent-ink': accentInk[scheme] });
    element.dataset.scheme = scheme;
    element.style.colorScheme = scheme;
    const font =
      theme.font === 'inherit' ? getComputedStyle(document.body).fontFamily : 'system-ui, sans-serif';
    set({ radius: `var(--foyer-radius, ${theme.radius}px)`, font: `var(--foyer-font, ${font})` });
    setAccent(theme.accent, colours);
    const own = getComputedStyle(element).getPropertyValue('--foyer-accent').trim();
    if (own && own !== theme.accent)
      void import('./accent.ts').then(
        ({ readAccent }) => {
          const found = readAccent(element);
          setAccent(found.accent, found);
        },
        () => {},
      );
  };
  apply();
  dark.addEventListener('change', apply);
  return { apply, end: () => dark.removeEventListener('change', apply) };
};
