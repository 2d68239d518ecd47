/** Paths that only conversations need, drawn as those of the first screen. */
export const clip =
  'M19 11.5l-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4l8-8a3 3 0 0 1 4.3 4.3l-7.8 7.8a1.5 1.5 0 0 1-2.2-2.2l7-7';
export const file = 'M6 3h8l4 4v14H6V3Zm8 0v4h4';
export const retry = 'M19 12a7 7 0 1 1-2-5l2 2m0-5v5h-5';
