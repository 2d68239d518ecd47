import type { ModeratingTexts } from './en.ts';

const texts: ModeratingTexts = {
  as: 'Po moderoni si {name}. Vizitorët nuk e shohin këtë.',
  close: 'Mbyll komentet',
  open: 'Hap komentet',
  pin: 'Fikso',
  unpin: 'Hiq fiksimin',
  hide: 'Fshih',
  hidden: 'Komenti u fsheh.',
  undo: 'Zhbëj',
  leave: 'Mbarova',
  ended: 'Kjo lidhje ka skaduar. Hapeni sërish nga kutia hyrëse.',
  failed: 'Nuk funksionoi. Provoni sërish.',
  enough: 'Tre komente janë fiksuar tashmë. Hiqni njërin më parë.',
  offline: 'Duket se jeni jashtë linje.',
};
export default texts;
