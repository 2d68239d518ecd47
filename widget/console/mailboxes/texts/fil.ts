import faults from '../../../../shared/mailboxes/faultTexts/fil.ts';
import type { MailboxTexts } from './en.ts';

const texts: MailboxTexts = {
  ...faults,
  lead: 'Ikonekta ang mga mailbox tulad ng support@ at sales@. Nagiging usapan ang mga email, at lumalabas ang mga sagot mula sa parehong address.',
  none: 'Wala pang nakakonektang mailbox.',
  add: 'Magkonekta ng mailbox',
  addButton: 'Ikonekta',
  name: 'Pangalan sa email',
  nameHint: 'Katabi ng address. Kung blangko: pangalan ng team mo.',
  acknowledgement: 'Mga salita ng kumpirmasyon',
  acknowledgementHint:
    'Idinadagdag namin kung kailan kayo sasagot at na tao ang nagbabasa. Kung blangko: sa amin.',
  incoming: 'Papasok na mail (IMAP)',
  outgoing: 'Palabas na mail (SMTP)',
  host: 'Server',
  port: 'Port',
  security: 'Encryption',
  security_tls: 'TLS',
  security_starttls: 'STARTTLS',
  security_none: 'Wala',
  user: 'Username',
  password: 'Password',
  passwordKept: 'Iwanang blangko para manatili ang dati.',
  sameLogin: 'Parehong login sa palabas na mail',
  edit: 'I-edit',
  save: 'I-save',
  cancel: 'Kanselahin',
  pause: 'Itigil ang pagbasa',
  resume: 'Basahin ulit',
  remove: 'Idiskonekta',
  removeSure: 'Idiskonekta ang {address}? Mananatili ang mga email sa mailbox at ang mga usapan dito.',
  state_new: 'Kumokonekta…',
  state_on: 'Nakakonekta',
  state_paused: 'Naka-pause: hindi binabasa ang mga bagong email',
  state_bad: 'Hindi mabasa',
  lastRead: 'Huling binasa {time}.',
  failing: 'Hindi gumagana mula {time}. {reason}',
  sending: 'Hindi naipadala ang huling sagot ({time}). {reason} Patuloy naming sinusubukan.',
  cannotTell:
    'Hindi makapagpadala ng sariling email ang Foyer na ito, kaya walang masasabihan sa email kapag tumigil ang mailbox.',
  waits: 'Naghihintay sa mailbox ang mga bagong email, at patuloy naming sinusubukan.',
  serversHint: 'Nasa help page ng provider mo kung aling server ang gagamitin.',
};

export default texts;
