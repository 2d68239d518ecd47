import type { CsatTexts } from '../textShape.ts';

export default {
  subject: 'Wie war deine Unterhaltung mit {team}?',
  lead: 'Deine Unterhaltung mit {team} ist beendet. Wie war sie?',
  question: 'Wie war deine Unterhaltung mit uns?',
  good: 'Gut',
  okay: 'Geht so',
  bad: 'Schlecht',
  stars: '{value} von 5 Sternen',
  press: 'Gesendet wird erst, wenn du auf den Knopf drückst.',
  send: 'Bewertung senden',
  reason: 'Sollten wir noch etwas wissen?',
  optional: 'Optional',
  sendReason: 'Senden',
  thanks: 'Danke, das hilft uns.',
  until: 'Du kannst deine Bewertung bis {when} ändern.',
  late: 'Diese Bewertung lässt sich nicht mehr ändern.',
  title: 'Deine Bewertung',
  choose: 'Bitte wähle etwas aus.',
  stop: 'Abbestellen',
} satisfies CsatTexts;
