import type { RuleTexts } from '../textShape.ts';

export default {
  auto: 'Ky është një mesazh automatik. Doni të flisni me një njeri? Shkruani këtu dhe dikush nga ekipi do ta lexojë.',
  autoClosing: 'Ky është një mesazh automatik. Shkruani këtu kur të doni dhe biseda hapet përsëri.',
  pushTitle: 'Rregulli: {rule}',
} satisfies RuleTexts;
