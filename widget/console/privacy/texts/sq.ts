import type { PrivacyTexts } from './en.ts';

const texts: PrivacyTexts = {
  limits: 'Sa kohë ruhen të dhënat',
  limitsLead:
    'Çdo ditë, gjithçka më e vjetër fshihet përgjithmonë. Bisedat e hapura dhe ato që presin përgjigjen tuaj mbeten gjithmonë. Lëreni një numër bosh për ta ruajtur përgjithmonë.',
  kind_conversations: 'Biseda të mbyllura (ditë)',
  kind_callbacks: 'Telefonata të mbaruara (ditë)',
  kind_visitors: 'Vizitorë pa bisedë (ditë)',
  kind_searches: 'Tekste të kërkuara (ditë)',
  kind_addresses: 'Hash-e të adresave IP (ditë)',
  kind_mails: 'Regjistri i email-eve (ditë)',
  kind_audit: 'Regjistri i veprimeve (ditë)',
  kind_webhooks: 'Dorëzime webhook (ditë)',
  hint_visitors: 'Persona anonimë, nga vizita e tyre e fundit. Vlerësimet dhe votat mbeten në totale.',
  hint_addresses: 'Që askush të mos votojë dy herë. Vetë adresat nuk ruhen.',
  due: 'Çfarë do të fshihej tani',
  dueLead: 'Sipas kufijve të ruajtur. Vizitorët, biseda e fundit e të cilëve fshihet, ikin bashkë me të.',
  dueNone: 'Asgjë nuk është tepër e vjetër.',
  oldest: '{count}, më e vjetra nga {time}',
  saveFirst: 'I keni ndryshuar kufijtë. Ruajini për të parë çfarë do të fshinin.',
  run: 'Fshi tani',
  runSure: 'T’i fshijmë këto të dhëna përgjithmonë? Kjo nuk zhbëhet.',
  runs: 'Çfarë u fshi',
  runsNone: 'Ende asgjë. Fshirja e parë bëhet brenda një dite.',
  byDaily: 'Fshirja e përditshme',
  byStaff: 'Nisur nga ekipi juaj',
  running: 'Po kryhet…',
  nothing: 'Asgjë nuk ishte tepër e vjetër',
  processing: 'Përpunimi i të dhënave',
  processingLead: 'Për regjistrin tuaj të veprimtarive të përpunimit, i shkruar nga këto cilësime.',
  print: 'Printo',
  copyLabel: 'Si Markdown',
  publicPage: 'Faqja publike',
  publicPageHint:
    'Të gjithë mund të lexojnë çfarë ruani dhe për sa kohë, pa emrat e serverëve tuaj. Lidhja gjendet te “Të dhënat tuaja”.',
  openPage: 'Hap faqen',
  person: 'Të dhënat e një personi',
  personLead: 'Shihni, eksportoni ose fshini çfarë ruhet për një person.',
  personLink: 'Të dhënat personale te kutia e mesazheve',
};

export default texts;
