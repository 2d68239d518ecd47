import type { RuleTexts } from '../textShape.ts';

export default {
  auto: 'Ĉi tio estas aŭtomata mesaĝo. Ĉu vi volas paroli kun homo? Simple respondu ĉi tie, kaj iu el la teamo legos ĝin.',
  autoClosing: 'Ĉi tio estas aŭtomata mesaĝo. Skribu ĉi tie kiam ajn, kaj la konversacio remalfermiĝos.',
  pushTitle: 'Regulo: {rule}',
} satisfies RuleTexts;
