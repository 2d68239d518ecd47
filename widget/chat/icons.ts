/** Paths of the chat's own icons. */
export const dots = 'M5.5 12h.01M12 12h.01M18.5 12h.01';

const head = 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9 10h.01M15 10h.01';
export const faces = {
  good: `${head}M8.5 13.5a4 4 0 0 0 7 0`,
  okay: `${head}M8.5 14.5h7`,
  bad: `${head}M8.5 16a4 4 0 0 1 7 0`,
};
export const star = 'm12 3.5 2.6 5.3 5.9.9-4.2 4.1 1 5.9-5.3-2.8-5.3 2.8 1-5.9-4.2-4.1 5.9-.9 2.6-5.3Z';
export const thumbs = {
  good: 'M7.5 10.5v9M7.5 10.5l3.6-7a2.2 2.2 0 0 1 2.2 2.2V9h4.9a2 2 0 0 1 2 2.3l-1 6.5a2 2 0 0 1-2 1.7H3.8v-9h3.7Z',
  bad: 'M16.5 13.5v-9M16.5 13.5l-3.6 7a2.2 2.2 0 0 1-2.2-2.2V15H5.8a2 2 0 0 1-2-2.3l1-6.5a2 2 0 0 1 2-1.7h13.4v9h-3.7Z',
};
