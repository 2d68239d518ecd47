/** Paths of the chat's own icons. */
export const dots = 'M5.5 12h.01M12 12h.01M18.5 12h.01';

const head = 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9 10h.01M15 10h.01';
export const faces = {
  good: `${head}M8.5 13.5a4 4 0 0 0 7 0`,
  okay: `${head}M8.5 14.5h7`,
  bad: `${head}M8.5 16a4 4 0 0 1 7 0`,
};
