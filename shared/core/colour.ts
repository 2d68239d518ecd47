/*
 * Contrast as WCAG 2.2 defines it (relative luminance of sRGB, ratio of the lighter to the darker plus 0.05 each), so
 * that text stays readable whatever accent an owner picks.
 */

type Channels = [number, number, number];

const channels = (hex: string): Channels =>
  [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16)) as Channels;

/** `#rrggbb` of three channels, 0 to 255. */
export const hexOf = (colour: number[]): string =>
  `#${colour.map((value) => (Math.round(value) + 256).toString(16).slice(1)).join('')}`;

const luminance = (hex: string): number => {
  const [red, green, blue] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast of two `#rrggbb` colours, 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((first, second) => first - second) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
};

/** Black or white, whichever reads better on a colour: always at least 4.58. */
export const textOn = (background: string): string =>
  contrast(background, '#ffffff') >= contrast(background, '#000000') ? '#ffffff' : '#000000';

/** The colour, or the nearest towards black or white that has a contrast of `least` on a background. */
export const readableOn = (colour: string, background: string, least = 4.6): string => {
  const end = channels(textOn(background));
  const start = channels(colour);
  for (let step = 0; step < 20; step++) {
    const mixed = hexOf(
      start.map((value, index) => value + (((end[index] ?? value) - value) * step) / 20) as Channels,
    );
    if (contrast(mixed, background) >= least) return mixed;
  }
  return hexOf(end);
};

/** Surfaces of the two appearances; the widget's style sheet has the same. */
const surfaces = { light: '#ffffff', dark: '#1b1e1d' };

/** Colours derived from an accent: text on it, and itself as text on each surface, tinted ones too. */
export const coloursOf = (
  accent: string,
): { onAccent: string; accentInk: { light: string; dark: string } } => ({
  onAccent: textOn(accent),
  accentInk: {
    light: readableOn(accent, surfaces.light, 5.5),
    dark: readableOn(accent, surfaces.dark, 5.5),
  },
});

/** `#rrggbb` of `#rgb`; anything else as it is. */
export const writeOutColour = (text: string): string =>
  text.length === 4 ? text.replace(/[\da-f]/gi, '$&$&') : text;
