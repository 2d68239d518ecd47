import type { CallbackTexts } from './en.ts';

const texts: CallbackTexts = {
  callOn: 'Besucher können einen Rückruf anfordern',
  callOnHint: 'Ein Button auf der Startseite des Widgets und eine Seite, die ohne JavaScript funktioniert.',
  call_slotMinutes: 'Länge eines Zeitfensters (Minuten)',
  call_perSlot: 'Anrufe pro Zeitfenster',
  call_leadMinutes: 'Vorlauf bis zum ersten Zeitfenster (Minuten)',
  call_daysAhead: 'Wie weit im Voraus buchbar (Tage)',
  call_soonMinutes: '„So bald wie möglich“ heißt innerhalb von (Minuten der Anrufzeiten)',
  callSoonHint: '0 schaltet das aus.',
  callTopics: 'Anrufthemen',
  callTopicsNone: 'Noch keine Themen. Besucher beschreiben den Grund in eigenen Worten.',
  callNumbers: 'Nummern',
  callTypes: 'Nummerntypen, die ihr anruft',
  numbers_mobile: 'Mobil',
  numbers_fixed: 'Festnetz',
  numbers_voip: 'Internet (VoIP)',
  numbers_toll_free: 'Gebührenfrei',
  numbers_shared_cost: 'Geteilte Kosten',
  numbers_personal: 'Persönlich',
  callCountries: 'Länder, die ihr anruft',
  callCountriesHint: 'Eins nach dem anderen hinzufügen. Leer lassen für alle.',
  callBlocked: 'Gesperrte Vorwahlen',
  callBlockedHint: 'Etwa +88, +979.',
  callRetry: 'Wenn niemand abnimmt',
  callRetryHint:
    'Weitere Versuche, der Reihe nach. Nach dem letzten wird der Besucher gebeten, eine andere Zeit zu wählen.',
  retryNone: 'Keine weiteren Versuche.',
  retryAfter: 'Nach {span}',
  retryNextDay: 'Am nächsten Tag, zur ersten Anrufzeit',
  retryAttempt: 'Versuch {number}',
  retryAdd: 'Versuch hinzufügen',
  retry_no_answer: 'Niemand nahm ab',
  retry_busy: 'Besetzt',
  retry_voicemail: 'Anrufbeantworter',
  callConsentHint:
    'Wozu Besucher zustimmen, bevor sie einen Rückruf anfordern. Leer lassen, um nichts abzufragen.',
};

export default texts;
