import type { RuleTexts } from '../textShape.ts';

export default {
  auto: 'Das ist eine automatische Nachricht. Du möchtest mit einem Menschen sprechen? Schreib einfach hier, jemand aus dem Team liest es.',
  autoClosing:
    'Das ist eine automatische Nachricht. Schreib jederzeit wieder, dann geht das Gespräch weiter.',
  pushTitle: 'Regel: {rule}',
} satisfies RuleTexts;
