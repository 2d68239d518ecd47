import type { AskingTexts } from './en.ts';

const texts: AskingTexts = {
  why: 'Pse?',
  reported: 'Faleminderit. Ekipi ynë do ta shohë.',
  sureRemove: 'Ta fshijmë? Përgjigjet mbeten.',
  device: 'Ndaje …',
  copyLink: 'Kopjo lidhjen',
  copied: 'Lidhja u kopjua.',
  email: 'Email',
  close: 'Mbyll',
};
export default texts;
