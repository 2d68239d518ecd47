import type { RuleTexts } from '../textShape.ts';

export default {
  auto: 'Это автоматическое сообщение. Хотите поговорить с человеком? Просто ответьте здесь — команда прочитает.',
  autoClosing: 'Это автоматическое сообщение. Напишите сюда в любое время, и разговор продолжится.',
  pushTitle: 'Правило: {rule}',
} satisfies RuleTexts;
