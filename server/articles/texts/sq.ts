import type { ArticleTexts } from '../textShape.ts';

const texts: ArticleTexts = {
  answer: 'Përgjigja',
  checkSubject: 'A është ende e saktë? {title}',
  checkLead:
    'Ju shkruat “{title}” dhe donit ta shihnit sërish deri sot. A është ende gjithçka e vërtetë? Atëherë zgjidhni një ditë të re te hollësitë.',
  checkOpen: 'Hap artikullin',
  checkChoose: 'Zgjidhni për çfarë njoftoheni',
  checkWhy: 'E merrni këtë sepse shkruani artikuj te {site}.',
  articles: 'Artikuj',
  updated: 'Përditësuar më {date}',
  by: 'Nga {names}',
  contents: 'Në këtë faqe',
  didHelp: 'A ju ndihmoi?',
  yes: 'Po',
  no: 'Jo',
  why: 'Çfarë nuk shkoi?',
  reason_missing: 'Mungon diçka',
  reason_unclear: 'Kuptohet me vështirësi',
  reason_wrong: 'Diçka nuk është e saktë',
  reason_other: 'Diçka tjetër',
  thanks: 'Faleminderit që na treguat.',
  related: 'Artikuj të ngjashëm',
  note: 'Shënim',
  tip: 'Këshillë',
  warning: 'Kujdes',
  video: 'Video',
  loadVideo: 'Ngarko videon nga {host}',
};

export default texts;
