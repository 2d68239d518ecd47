const systems: [RegExp, string][] = [
  [/android/i, 'Android'],
  [/iphone|ipad/i, 'iOS'],
  [/windows/i, 'Windows'],
  [/mac os/i, 'macOS'],
  [/cros/i, 'ChromeOS'],
  [/linux/i, 'Linux'],
];

const browsers: [RegExp, string][] = [
  [/edg\//i, 'Edge'],
  [/firefox|fxios/i, 'Firefox'],
  [/opr\//i, 'Opera'],
  [/chrome|crios/i, 'Chrome'],
  [/safari/i, 'Safari'],
];

const match = (list: [RegExp, string][], text: string): string | undefined =>
  list.find(([pattern]) => pattern.test(text))?.[1];

/** A user agent in plain words ("Firefox on Linux"): enough to recognise one's own session, nothing to track by. */
export const deviceName = (userAgent: string): string => {
  const text = userAgent.slice(0, 500);
  return `${match(browsers, text) ?? 'A browser'} on ${match(systems, text) ?? 'an unknown system'}`;
};
