import type { AskingTexts } from './en.ts';

const texts: AskingTexts = {
  why: 'Warum?',
  reported: 'Danke. Unser Team sieht es sich an.',
  sureRemove: 'Löschen? Antworten darauf bleiben.',
  device: 'Teilen …',
  copyLink: 'Link kopieren',
  copied: 'Link kopiert.',
  email: 'E-Mail',
  close: 'Schließen',
};
export default texts;
