import type { ReportMailTexts } from '../mail/textShape.ts';

export default {
  weekSubject: 'Java jote: {period}',
  monthSubject: 'Muaji yt: {period}',
  lead: 'Çfarë ndryshoi dhe çfarë të bësh:',
  compared: '{period}, krahasuar me {before}.',
  promises:
    'U humbën më shumë premtime: {now} përgjigje me vonesë, më parë {before}. Shiko kujt iu premtua çfarë dhe lër më shumë kohë ose njerëz.',
  replySlower:
    'Përgjigjja e parë vonon më shumë: zakonisht {now}, më parë {before}. Shiko mos mungon dikush ose një lloj pyetjeje ha kohën.',
  replyFaster: 'Përgjigjja e parë vjen më shpejt: zakonisht {now}, më parë {before}. Vazhdo kështu.',
  nps: 'Më pak njerëz do t’ju rekomandonin: NPS është {now}, ishte {before}. Lexo çfarë shkruan të pakënaqurit dhe përgjigju.',
  ratings: 'Më pak biseda u vlerësuan mirë: {now}, më parë {before}. Lexo së pari ato të vlerësuara keq.',
  backlog:
    'Më shumë mbetet hapur: {now} biseda, në fillim {before}. Mbyll çfarë ka mbaruar dhe ndaji më të vjetrat.',
  vain: 'Pyetje pas një kërkimi pa rezultat: {now}. Shkruaj përgjigjet që mungonin.',
  closedHour:
    'Jashtë orarit shkruhet më shumë këtu: {weekday}, nga ora {hour} ({now} mesazhe). Ndoshta ia vlen të jeni aty.',
  selfService:
    'Më shumë njerëz e gjejnë vetë përgjigjen: {now}, më parë {before}. Përgjigjet e tua ndihmojnë. Mbaji të përditësuara.',
  quiet: 'Periudhë e qetë. Asgjë nuk ndryshoi aq sa të duhet vepruar.',
  figure: 'Shifra',
  period: 'Kjo periudhë',
  before: 'Më parë',
  conversations: 'Biseda',
  firstReply: 'Përgjigjja e parë, mediana',
  resolution: 'Zgjidhja, mediana',
  kept: 'Premtime të mbajtura',
  open: 'Hapur në fund',
  solved: 'Zgjidhur nga sugjerimi',
  rated: 'Vlerësuar mirë',
  recommended: 'NPS',
  perDay: 'Biseda sipas ditës',
  perWeek: 'Biseda sipas javës',
  openByDay: 'Të hapura në fund të çdo dite',
  openAlt: '{first} më {from}, {last} më {until}, më së shumti {most}.',
  heat: 'Kur shkruajnë njerëzit',
  heatAlt: 'Shumica e mesazheve: {weekday} nga ora {hour}, {now}.',
  openReport: 'Hap raportin',
  csv: 'Shkarko CSV',
  choose: 'Zgjidh çfarë merr me email',
  why: 'E merr këtë sepse je në ekipin e {site}.',
  unsubscribe: 'Ndalo këtë raport',
  stopTitle: 'Ndalo raportin',
  stopText: 'Nuk do të marrësh më raportin javor dhe mujor të {site}.',
  stopDone: 'U krye. Nuk do ta marrësh më raportin. Mund ta aktivizosh sërish te cilësimet e njoftimeve.',
} satisfies ReportMailTexts;
