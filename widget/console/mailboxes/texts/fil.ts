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
  way: 'Paano ikokonekta',
  way_password: 'Username at password',
  way_google: 'Gmail o Google Workspace',
  way_microsoft: 'Microsoft 365, Outlook',
  guide_google:
    'Binubuksan lang ng Google ang mailbox sa sarili mong client. Sa Google Cloud Console, i-on ang Gmail API at gumawa ng OAuth client na uring “Web application” na may ganitong redirect address:',
  guide_microsoft:
    'Binubuksan lang ng Microsoft ang mailbox sa sarili mong app. Sa Microsoft Entra, magrehistro ng app na may platform na “Web”, ganitong redirect address, at mga pahintulot na IMAP.AccessAsUser.All at SMTP.Send:',
  redirect: 'Redirect address',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  tenant: 'ID ng directory (tenant)',
  tenantHint:
    'Nasa overview ng app. Iwanang walang laman kung tumatanggap ang app ng mga account mula sa kahit anong organisasyon.',
  consentUser: 'Mailbox na bubuksan',
  consentUserHint:
    'Iwanang walang laman kung ang email address sa itaas. Para sa shared mailbox, ilagay ang address nito at magbigay ng pahintulot gamit ang account na puwedeng magbukas nito.',
  connect_google: 'Ikonekta sa Google',
  connect_microsoft: 'Ikonekta sa Microsoft',
  connectAgain: 'Ikonekta ulit',
  state_unasked: 'Hindi pa nakakonekta',
  unasked: 'Isang hakbang na lang: mag-log in doon at payagan ang access.',
  accountIs: 'Access sa {account}',
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
  test: 'Subukin',
  testing: 'Sinusubok… Aabot ito nang isang minuto.',
  step_sent: 'Naipadala ang email.',
  step_opened: 'Nabubuksan ang inbox.',
  step_arrived: 'Dumating ito.',
  missing:
    'Naipadala pero hindi dumating sa loob ng isang minuto. Tingnan sa spam, at tiyaking papunta sa mailbox na ito ang address.',
  spf_good:
    'SPF: sinasabi ng domain mo kung sino ang puwedeng magpadala para dito. Tiyaking kasama ang mail server na ito.',
  spf_missing:
    'SPF: hindi sinasabi ng domain mo kung sino ang puwedeng magpadala. Ituturing ng maraming provider na spam ang mga email mo. Nasa help page ng provider mo ang record na idadagdag.',
  spf_several: 'SPF: higit sa isa ang SPF record ng domain mo, kaya walang gumagana. Pagsamahin.',
  spf_open: 'SPF: pinapayagan ng record mo ang lahat na magpadala, kaya wala itong napoprotektahan.',
  spf_unknown: 'SPF: hindi ma-check ngayon.',
  dkim_good: 'DKIM: may pirma ang mga email at nakalathala ang key.',
  dkim_missing:
    'DKIM: hindi nakalathala ang key, kaya hindi masuri ang pirma. Idagdag ang record na ipinapakita ng provider mo.',
  dkim_unsigned:
    'DKIM: dumating ang email nang walang pirma. Maaaring normal sa loob ng iisang provider; tiyaking naka-on ang pagpirma.',
  dkim_unknown: 'DKIM: hindi ma-check ngayon.',
  dmarc_good: 'DMARC: tinatanggihan ang mga email na nagkukunwaring galing sa inyo.',
  dmarc_watching:
    'DMARC: nagmamasid lang ang domain mo. Kapag gumana na ang SPF at DKIM, ilagay ang “p=quarantine” para matanggihan ang mga peke.',
  dmarc_missing: 'DMARC: walang patakaran ang domain mo. Magsimula sa “v=DMARC1; p=none”.',
  dmarc_unknown: 'DMARC: hindi ma-check ngayon.',
  hooks: 'Mga email mula sa mail provider mo',
  hooksLead:
    'Sa halip na magbasa ng mailbox, puwedeng tumanggap ang Foyer ng mga email na ipinapasa ng Mailgun, Postmark, SendGrid, o Amazon SES. Idagdag sa ibaba ang mga address na sinusulatan ng mga tao.',
  hookProvider: 'Provider',
  hookAdd: 'Idagdag ang provider',
  hookKey: 'Susi sa pagpirma (sa Mailgun: “HTTP webhook signing key”)',
  hookKeyHint:
    'Nasa Mailgun sa API security. Dito tinitingnan ng Foyer kung doon talaga galing ang mga email.',
  hookAddress: 'Address para sa {name}',
  hookOnce: 'May sikreto ang address at ngayon lang ito ipinapakita. Kopyahin ito bago umalis sa page.',
  hookUnused: 'Wala pang dumating na email.',
  hookUsed: 'Huling email {time}',
  hookReplace: 'Palitan ang sikreto',
  hookReplaceSure: 'Titigil agad ang address na nakalagay doon. Ilagay agad ang bago.',
  hookRemove: 'Alisin',
  hookRemoveSure: 'Alisin ang {name}? Tatanggihan ang mga email na ipapasa nito pagkatapos.',
  hook_mailgun: 'Sa Mailgun, gumawa ng route na may action na “Forward” sa address na ito.',
  hook_postmark:
    'Sa Postmark, ilagay ito bilang webhook ng inbound stream, at i-on ang “Include raw email content in JSON payload”.',
  hook_sendgrid: 'Sa SendGrid, ilagay ito sa Inbound Parse, at i-on ang “POST the raw, full MIME message”.',
  hook_ses:
    'Sa Amazon SNS, i-subscribe ito sa topic mo sa HTTPS, nang walang raw message delivery. Sa SES, magdagdag ng receipt rule na may SNS action sa topic na iyon. Hanggang 150 KB ang mga email na makakapasok.',
};

export default texts;
