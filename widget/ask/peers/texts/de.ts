import type { PeersTexts } from './en.ts';

const texts: PeersTexts = {
  away: 'Unser Team ist gerade nicht da.',
  sooner: 'Frag öffentlich: Andere antworten vielleicht früher.',
  median:
    'Um diese Tageszeit bekommt die Hälfte aller öffentlichen Fragen innerhalb von {duration} eine Antwort von anderen.',
  checked: 'Jemand aus unserem Team sieht sie an, bevor sie erscheint.',
  choose: 'Öffentlich fragen',
  chosen: 'Du fragst öffentlich.',
};
export default texts;
