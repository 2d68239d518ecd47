import type { Language } from '../../../shared/core/languages.ts';
import { coloursOf } from '../../../shared/core/colour.ts';
import type { Theme } from '../../../shared/core/people/settings.ts';
import type { Host } from '../host.ts';
import { pickLanguage } from '../text/language.ts';
import { expect, isLine, isObject } from './usage.ts';

const isBetween = (value: unknown, least: number, max: number): boolean =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= max;

/** Checks of what may be changed: the same as the owner's settings. */
const checks: Record<keyof Theme, [check: (value: unknown) => boolean, what: string]> = {
  accent: [(value) => typeof value === 'string' && /^#[\da-f]{6}$/i.test(value), '#rrggbb'],
  appearance: [(value) => /^(?:auto|light|dark)$/.test(`${value}`), 'auto, light or dark'],
  radius: [(value) => isBetween(value, 0, 32), 'a whole number of pixels up to 32'],
  position: [(value) => /^(?:start|end)$/.test(`${value}`), 'start or end'],
  offset: [(value) => isBetween(value, 0, 120), 'a whole number of pixels up to 120'],
  label: [(value) => isLine(value, 40), 'one line of up to 40 characters'],
  font: [(value) => /^(?:system|inherit)$/.test(`${value}`), 'system or inherit'],
  zIndex: [(value) => isBetween(value, 1, 2_147_483_647), 'a whole number up to 2147483647'],
};

/**
 * Changes the look or the language for this page view; what is not given stays.
 * @throws UsageError naming the setting; nothing was changed then
 */
export const update = async (host: Host, given: unknown): Promise<void> => {
  expect(isObject(given), 'update: an object of settings');
  const { hidden, language, ...theme } = given as Record<string, unknown>;
  for (const [name, value] of Object.entries(theme)) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof Theme] : undefined;
    expect(check, `update: no setting "${name}"`);
    // biome-ignore lint/style/noNonNullAssertion: the line above refuses names without a check
    expect(check![0](value), `update: ${name} takes ${check![1]}`);
  }
  expect(hidden === undefined || typeof hidden === 'boolean', 'update: hidden takes true or false');
  const spoken = Object.keys(host.settings.launcher) as Language[];
  expect(
    language === undefined || (typeof language === 'string' && language),
    `update: language takes one of ${spoken.join(', ')}`,
  );
  if (language !== undefined) {
    const picked = pickLanguage(spoken, language as string);
    expect(
      picked === (language as string).toLowerCase().split('-')[0],
      `update: language takes one of ${spoken.join(', ')}`,
    );
    host.language = picked;
  }
  const { settings } = host;
  const all = { ...settings.theme, ...theme } as Theme;
  host.settings = {
    ...settings,
    theme: all,
    colours: coloursOf(all.accent),
  };
  host.dress(host);
  await (await host.panel())?.refresh();
  const element = host.root.host as HTMLElement;
  if (hidden !== undefined && element.hidden !== hidden) {
    element.hidden = hidden as boolean;
    host.emit(hidden ? 'hide' : 'show');
  }
  host.emit('update', { settings: given });
};
