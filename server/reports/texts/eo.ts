import type { ReportMailTexts } from '../mail/textShape.ts';

export default {
  weekSubject: 'Via semajno: {period}',
  monthSubject: 'Via monato: {period}',
  lead: 'Kio ŝanĝiĝis, kaj kion fari:',
  compared: '{period}, kompare kun {before}.',
  promises:
    'Pli da promesoj ne pleniĝis: {now} malfruaj respondoj, antaŭe {before}. Rigardu, kion vi promesis al kiu, kaj planu pli da tempo aŭ homoj.',
  replySlower:
    'La unua respondo venas pli malfrue: kutime post {now}, antaŭe {before}. Kontrolu, ĉu iu mankas aŭ ĉu unu speco de demandoj forprenas la tempon.',
  replyFaster: 'La unua respondo venas pli rapide: kutime post {now}, antaŭe {before}. Daŭrigu tiel.',
  nps: 'Malpli da homoj rekomendus vin: NPS estas {now}, ĝi estis {before}. Legu, kion skribis la malkontentaj, kaj respondu.',
  ratings:
    'Malpli da konversacioj ricevis bonan takson: {now}, antaŭe {before}. Legu unue la malbone taksitajn.',
  backlog:
    'Pli restas malferma: {now} konversacioj, komence {before}. Fermu la solvitajn kaj disdonu la plej malnovajn.',
  vain: 'Demandoj post serĉo sen rezulto: {now}. Skribu la respondojn, kiuj mankis.',
  closedHour:
    'Ekster viaj horoj oni skribas plej multe jene: {weekday}, ekde {hour} ({now} mesaĝoj). Eble indas tiam esti tie.',
  selfService:
    'Pli da homoj mem trovas la respondon: {now}, antaŭe {before}. Viaj respondoj helpas. Tenu ilin aktualaj.',
  quiet: 'Trankvila periodo. Nenio ŝanĝiĝis tiom, ke necesas agi.',
  figure: 'Nombro',
  period: 'Ĉi tiu periodo',
  before: 'Antaŭe',
  conversations: 'Konversacioj',
  firstReply: 'Unua respondo, mediano',
  resolution: 'Solvo, mediano',
  kept: 'Plenumitaj promesoj',
  open: 'Malfermaj fine',
  solved: 'Responditaj per propono',
  rated: 'Bone taksitaj',
  recommended: 'NPS',
  perDay: 'Konversacioj laŭ tago',
  perWeek: 'Konversacioj laŭ semajno',
  openByDay: 'Malfermaj je la fino de ĉiu tago',
  openAlt: '{first} je {from}, {last} je {until}, maksimume {most}.',
  heat: 'Kiam oni skribas',
  heatAlt: 'Plej multaj mesaĝoj: {weekday} ekde {hour}, {now}.',
  openReport: 'Malfermi la raporton',
  csv: 'Elŝuti CSV',
  choose: 'Elekti, kion vi ricevas',
  why: 'Vi ricevas ĉi tion, ĉar vi estas en la teamo de {site}.',
  unsubscribe: 'Ĉesigi ĉi tiun raporton',
  stopTitle: 'Ĉesigi la raporton',
  stopText: 'Vi ne plu ricevos la semajnan kaj monatan raporton de {site}.',
  stopDone: 'Farite. La raporto ne plu venos. Vi povas reŝalti ĝin en viaj agordoj de sciigoj.',
} satisfies ReportMailTexts;
