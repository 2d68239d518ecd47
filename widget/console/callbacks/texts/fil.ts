import type { CallbackTexts } from './en.ts';

const texts: CallbackTexts = {
  callOn: 'Payagang humiling ng tawag ang mga bisita',
  callOnHint: 'Nagdaragdag ng button sa home ng widget, at ng page na gumagana nang walang JavaScript.',
  call_slotMinutes: 'Haba ng slot (minuto)',
  call_perSlot: 'Mga tawag bawat slot',
  call_leadMinutes: 'Oras bago ang unang slot (minuto)',
  call_daysAhead: 'Hanggang gaano kaaga makakapag-book ang mga bisita (araw)',
  call_soonMinutes: 'Ang “sa lalong madaling panahon” ay sa loob ng (minuto ng oras ng pagtawag)',
  callSoonHint: '0: naka-off ito.',
  callTopics: 'Mga paksa ng tawag',
  callTopicsNone: 'Wala pang paksa. Sa sarili nilang salita inilalarawan ng mga bisita ang dahilan.',
  callNumbers: 'Mga numero',
  callTypes: 'Mga uri ng numerong tinatawagan mo',
  numbers_mobile: 'Mobile',
  numbers_fixed: 'Landline',
  numbers_voip: 'Internet (VoIP)',
  numbers_toll_free: 'Libreng tawag',
  numbers_shared_cost: 'Hati sa bayad',
  numbers_personal: 'Personal',
  callCountries: 'Mga bansang tinatawagan mo',
  callCountriesHint: 'Idagdag nang isa-isa. Iwanang walang laman para sa lahat.',
  callBlocked: 'Mga naka-block na simula ng numero',
  callBlockedHint: 'Halimbawa +88, +979.',
  callRetry: 'Kung walang sumagot',
  callRetryHint:
    'Mga susunod na subok, ayon sa pagkakasunod. Pagkatapos ng huli, hihilingin sa bisita na pumili ng ibang oras.',
  retryNone: 'Wala nang susunod na subok.',
  retryAfter: 'Pagkalipas ng {span}',
  retryNextDay: 'Kinabukasan, sa unang oras ng pagtawag',
  retryAttempt: 'subok {number}',
  retryAdd: 'Magdagdag ng subok',
  retry_no_answer: 'Walang sumagot',
  retry_busy: 'Busy',
  retry_voicemail: 'Voicemail',
  callConsentHint:
    'Ang sasang-ayunan ng mga bisita bago humiling ng tawag. Iwanang walang laman para laktawan ito.',
};

export default texts;
