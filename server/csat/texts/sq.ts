import type { CsatTexts } from '../textShape.ts';

export default {
  subject: 'Si ishte biseda juaj me {team}?',
  lead: 'Biseda juaj me {team} mbaroi. Si ishte?',
  question: 'Si ishte biseda juaj me ne?',
  good: 'Mirë',
  okay: 'Çka',
  bad: 'Keq',
  stars: '{value} nga 5 yje',
  press: 'Asgjë nuk dërgohet derisa të shtypni butonin.',
  send: 'Dërgo vlerësimin',
  reason: 'Ka diçka që duhet ta dimë?',
  optional: 'Sipas dëshirës',
  sendReason: 'Dërgo',
  thanks: 'Faleminderit. Kjo na ndihmon.',
  until: 'Mund ta ndryshoni vlerësimin deri më {when}.',
  late: 'Ky vlerësim nuk mund të ndryshohet më.',
  title: 'Vlerësimi juaj',
  choose: 'Ju lutemi zgjidhni një.',
  stop: 'Çregjistrohu',
} satisfies CsatTexts;
