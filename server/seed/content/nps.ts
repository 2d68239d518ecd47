/** Comments in surveys of the demo company, by language and group: detractors, passives, promoters. */
export const npsComments: Record<'en' | 'de' | 'ar', [string[], string[], string[]]> = {
  en: [
    [
      'The box arrived with a bent derailleur, and the new hanger took eleven days.',
      'Nobody told me that the rack is not part of the price.',
      'Customs asked for money that I thought was paid.',
    ],
    [
      'A fine bicycle. The manual could say which bolt is which.',
      'Good, but I waited a week longer than promised.',
      'Happy so far. The saddle is a matter of taste.',
    ],
    [
      'Two thousand kilometres and not one creak.',
      'The person who answered knew my frame by its number.',
      'Built in half an hour, as you said it would be.',
    ],
  ],
  de: [
    [
      'Das Paket kam mit verbogenem Schaltwerk, das neue Schaltauge brauchte elf Tage.',
      'Dass der Gepäckträger extra kostet, stand nirgends.',
    ],
    [
      'Schönes Rad. In der Anleitung könnte stehen, welche Schraube welche ist.',
      'Gut, aber eine Woche später als versprochen.',
    ],
    [
      'Zweitausend Kilometer und nichts knarzt.',
      'Wer mir geantwortet hat, kannte meinen Rahmen an der Nummer.',
      'In einer halben Stunde aufgebaut, wie angekündigt.',
    ],
  ],
  ar: [
    ['وصل الصندوق ومبدّل السرعات مثني، وتأخرت القطعة البديلة.', 'طُلبت مني رسوم جمركية ظننت أنها مدفوعة.'],
    ['دراجة جيدة، لكن الدليل يحتاج إلى توضيح أكثر.', 'جيد، لكنه تأخر أسبوعًا عن الموعد.'],
    ['ألفا كيلومتر دون أي صوت.', 'من أجابني عرف هيكل دراجتي من رقمه.'],
  ],
};
