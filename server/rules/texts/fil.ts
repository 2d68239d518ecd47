import type { RuleTexts } from '../textShape.ts';

export default {
  auto: 'Awtomatikong mensahe ito. Gusto mo bang may makausap na tao? Sumagot lang dito, at babasahin ito ng isa sa team.',
  autoClosing: 'Awtomatikong mensahe ito. Sumulat lang dito anumang oras, at mabubuksan ulit ang usapan.',
  pushTitle: 'Rule: {rule}',
} satisfies RuleTexts;
