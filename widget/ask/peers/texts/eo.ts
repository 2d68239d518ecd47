import type { PeersTexts } from './en.ts';

const texts: PeersTexts = {
  away: 'Nia teamo nun ne estas ĉi tie.',
  sooner: 'Demandu publike: aliaj eble respondos pli frue.',
  median:
    'Je ĉi tiu horo, duono de ĉiuj publikaj demandoj ricevas respondon de aliaj vizitantoj ene de {duration}.',
  checked: 'Iu el nia teamo rigardas ĝin, antaŭ ol ĝi aperas.',
  choose: 'Demandi publike',
  chosen: 'Vi demandas publike.',
};
export default texts;
