import type { PeersTexts } from './en.ts';

const texts: PeersTexts = {
  away: 'Сейчас наша команда не на месте.',
  sooner: 'Спросите публично: другие могут ответить раньше.',
  median:
    'В это время суток половина публичных вопросов получает ответ от других посетителей в течение {duration}.',
  choose: 'Спросить публично',
  chosen: 'Вы спрашиваете публично.',
};
export default texts;
