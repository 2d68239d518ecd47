/** Paths of the icons on a 24 × 24 grid, drawn with a 1.5 px stroke. */
export const cross = 'M6 6l12 12M18 6L6 18';
export const chevronStart = 'M14.5 5.5 8 12l6.5 6.5';
export const chevronEnd = 'M9.5 5.5 16 12l-6.5 6.5';
export const check = 'M5 12.5l4.5 4.5L19 7.5';
export const arrowUp = 'M12 19V5.5M6 11l6-6 6 6';
