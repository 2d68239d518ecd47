import { ownValue } from '../../shared/core/own.ts';

interface Texts {
  goneSubject: string;
  goneText: string;
  failingSubject: string;
  failingText: string;
  waiting: string;
  button: string;
}

/** Texts of mails to owners about a webhook that ended. */
const texts: { en: Texts; [language: string]: Texts } = {
  en: {
    goneSubject: 'Webhook turned off: {host}',
    goneText:
      'The endpoint at {host} answered “410 Gone”. That means it doesn’t want events anymore, so we turned it off.',
    failingSubject: 'Webhook paused: {host}',
    failingText: 'The endpoint at {host} hasn’t accepted an event for three days, so we paused it.',
    waiting: 'New events are kept. Turn it on again and they’ll be delivered.',
    button: 'See what went wrong',
  },
  de: {
    goneSubject: 'Webhook abgeschaltet: {host}',
    goneText:
      'Der Endpunkt {host} hat mit „410 Gone“ geantwortet. Das heißt: Er will keine Ereignisse mehr. Deshalb ist er jetzt aus.',
    failingSubject: 'Webhook angehalten: {host}',
    failingText:
      'Der Endpunkt {host} hat seit drei Tagen kein Ereignis angenommen. Deshalb macht er jetzt Pause.',
    waiting: 'Neue Ereignisse heben wir auf. Sobald du ihn wieder einschaltest, kommen sie an.',
    button: 'Nachsehen, woran es lag',
  },
  ru: {
    goneSubject: 'Вебхук отключён: {host}',
    goneText: 'Адрес {host} ответил «410 Gone», то есть больше не хочет получать события. Мы его отключили.',
    failingSubject: 'Вебхук приостановлен: {host}',
    failingText: 'Адрес {host} уже три дня не принимает события. Мы его приостановили.',
    waiting: 'Новые события сохраняются. Включите вебхук снова, и они придут.',
    button: 'Посмотреть, что случилось',
  },
  el: {
    goneSubject: 'Το webhook απενεργοποιήθηκε: {host}',
    goneText: 'Η διεύθυνση {host} απάντησε «410 Gone». Δεν θέλει άλλα συμβάντα, οπότε την απενεργοποιήσαμε.',
    failingSubject: 'Το webhook σε παύση: {host}',
    failingText:
      'Η διεύθυνση {host} δεν έχει δεχτεί κανένα συμβάν εδώ και τρεις μέρες, οπότε τη βάλαμε σε παύση.',
    waiting: 'Κρατάμε τα νέα συμβάντα. Μόλις την ενεργοποιήσεις ξανά, θα σταλούν.',
    button: 'Δες τι πήγε στραβά',
  },
  sq: {
    goneSubject: 'Webhook-u u fik: {host}',
    goneText: 'Adresa {host} u përgjigj “410 Gone”. Kjo do të thotë se s’do më ngjarje, ndaj e fikëm.',
    failingSubject: 'Webhook-u në pauzë: {host}',
    failingText: 'Adresa {host} s’ka pranuar asnjë ngjarje prej tri ditësh, ndaj e vumë në pauzë.',
    waiting: 'Ngjarjet e reja i ruajmë. Ndize sërish dhe do të dërgohen.',
    button: 'Shiko çfarë ndodhi',
  },
  fil: {
    goneSubject: 'Pinatay ang webhook: {host}',
    goneText:
      'Sumagot ang {host} ng “410 Gone”. Ibig sabihin, ayaw na nito ng mga event, kaya pinatay na namin.',
    failingSubject: 'Naka-pause ang webhook: {host}',
    failingText: 'Tatlong araw nang walang tinatanggap na event ang {host}, kaya ini-pause muna namin.',
    waiting: 'Itinatabi ang mga bagong event. Buksan ulit at ipapadala ang mga ito.',
    button: 'Tingnan ang nangyari',
  },
  eo: {
    goneSubject: 'Rethoko malŝaltita: {host}',
    goneText: 'La adreso {host} respondis «410 Gone»: ĝi ne plu volas eventojn. Tial ni malŝaltis ĝin.',
    failingSubject: 'Rethoko paŭzas: {host}',
    failingText: 'La adreso {host} akceptis neniun eventon dum tri tagoj. Tial ni paŭzigis ĝin.',
    waiting: 'Novajn eventojn ni konservas. Reŝaltu ĝin, kaj ili alvenos.',
    button: 'Vidi, kio misiris',
  },
  ar: {
    goneSubject: 'أُوقف الويب هوك: {host}',
    goneText: 'أجاب العنوان {host} بـ «410 Gone»، أي إنه لم يعد يريد الأحداث، فأوقفناه.',
    failingSubject: 'الويب هوك متوقف مؤقتًا: {host}',
    failingText: 'لم يقبل العنوان {host} أي حدث منذ ثلاثة أيام، فأوقفناه مؤقتًا.',
    waiting: 'نحتفظ بالأحداث الجديدة، وستصل حين تشغّله من جديد.',
    button: 'اعرف ما حدث',
  },
};

export const webhookTexts = (language: string): Texts => ownValue(texts, language) ?? texts.en;
