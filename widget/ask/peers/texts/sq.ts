import type { PeersTexts } from './en.ts';

const texts: PeersTexts = {
  away: 'Ekipi ynë nuk është këtu tani.',
  sooner: 'Pyetni publikisht: të tjerët mund të përgjigjen më shpejt.',
  median:
    'Në këtë kohë të ditës, gjysma e pyetjeve publike merr përgjigje nga vizitorë të tjerë brenda {duration}.',
  checked: 'Dikush nga ekipi ynë e shikon para se të shfaqet.',
  choose: 'Pyet publikisht',
  chosen: 'Po pyetni publikisht.',
};
export default texts;
