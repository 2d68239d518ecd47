import type { CallbackTexts } from './en.ts';

const texts: CallbackTexts = {
  callOn: 'Vizitorët mund të kërkojnë një telefonatë',
  callOnHint: 'Shton një buton në ekranin kryesor të widget-it dhe një faqe që punon pa JavaScript.',
  call_slotMinutes: 'Kohëzgjatja e një orari (minuta)',
  call_perSlot: 'Telefonata për orar',
  call_leadMinutes: 'Koha para orarit të parë (minuta)',
  call_daysAhead: 'Sa kohë përpara mund të rezervojnë vizitorët (ditë)',
  call_soonMinutes: '“Sa më shpejt” do të thotë brenda (minuta të orarit të telefonatave)',
  callSoonHint: 'Me 0 çaktivizohet.',
  callTopics: 'Temat e telefonatave',
  callTopicsNone: 'Ende s’ka tema. Vizitorët e përshkruajnë arsyen me fjalët e tyre.',
  callNumbers: 'Numrat',
  callTypes: 'Llojet e numrave që telefononi',
  numbers_mobile: 'Celular',
  numbers_fixed: 'Fiks',
  numbers_voip: 'Internet (VoIP)',
  numbers_toll_free: 'Pa pagesë',
  numbers_shared_cost: 'Me kosto të ndarë',
  numbers_personal: 'Personal',
  callCountries: 'Shtetet ku telefononi',
  callCountriesHint: 'Shtojini një nga një. Lëreni bosh për të gjitha.',
  callBlocked: 'Prefikse të bllokuara',
  callBlockedHint: 'Për shembull +88, +979.',
  callRetry: 'Nëse nuk përgjigjet askush',
  callRetryHint:
    'Përpjekjet e tjera, me radhë. Pas së fundit, vizitorit i kërkohet të zgjedhë një kohë tjetër.',
  retryNone: 'Asnjë përpjekje tjetër.',
  retryAfter: 'Pas {span}',
  retryNextDay: 'Të nesërmen, në orën e parë të telefonatave',
  retryAttempt: 'përpjekja {number}',
  retryAdd: 'Shto një përpjekje',
  retry_no_answer: 'Pa përgjigje',
  retry_busy: 'I zënë',
  retry_voicemail: 'Sekretari telefonike',
  callConsentHint:
    'Çfarë pranojnë vizitorët para se të kërkojnë një telefonatë. Lëreni bosh për ta kapërcyer.',
};

export default texts;
