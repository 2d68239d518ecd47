import type { ModeratingTexts } from './en.ts';

const texts: ModeratingTexts = {
  as: 'Nagmo-moderate ka bilang {name}. Hindi ito nakikita ng mga bisita.',
  close: 'Isara ang mga komento',
  open: 'Buksan ang mga komento',
  pin: 'I-pin',
  unpin: 'Alisin sa pagkaka-pin',
  hide: 'Itago',
  hidden: 'Naitago ang komento.',
  undo: 'I-undo',
  leave: 'Tapos na',
  ended: 'Nag-expire na ang link na ito. Buksan ulit ito mula sa inbox.',
  failed: 'Hindi ito gumana. Subukan ulit.',
  enough: 'May tatlong naka-pin nang komento. Alisin muna ang isa.',
  offline: 'Mukhang offline ka.',
};
export default texts;
