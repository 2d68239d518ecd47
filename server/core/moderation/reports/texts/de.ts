import type { ReportTexts } from '../textShape.ts';

const texts: ReportTexts = {
  report: 'Melden',
  title: 'Unserem Team melden',
  lead: 'Sag uns, wenn das Spam, beleidigend oder gefährlich ist. Nur unser Team sieht deine Meldung.',
  reason: 'Was stimmt damit nicht?',
  send: 'Meldung senden',
  thanks: 'Danke. Unser Team sieht sich das an.',
  undo: 'Rückgängig machen',
  undone: 'Deine Meldung wurde zurückgenommen.',
  back: 'Zurück',
};

export default texts;
