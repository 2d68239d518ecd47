import type { ReportMailTexts } from '../mail/textShape.ts';

export default {
  weekSubject: 'Ang linggo mo: {period}',
  monthSubject: 'Ang buwan mo: {period}',
  lead: 'Ano ang nagbago, at ano ang puwedeng gawin:',
  compared: '{period}, kumpara sa {before}.',
  promises:
    'Mas maraming pangako ang hindi natupad: {now} huling sagot, {before} dati. Tingnan kung ano ang ipinangako kanino, at maglaan ng mas maraming oras o tao.',
  replySlower:
    'Mas matagal ang unang sagot: karaniwang {now}, {before} dati. Tingnan kung may kulang na tao o may uri ng tanong na umuubos ng oras.',
  replyFaster: 'Mas mabilis ang unang sagot: karaniwang {now}, {before} dati. Ituloy ang binago ninyo.',
  nps: 'Mas kaunti ang magrerekomenda sa inyo: {now} ang NPS, {before} dati. Basahin ang isinulat ng mga hindi nasiyahan at sagutin sila.',
  ratings:
    'Mas kaunting usapan ang minarkahang maganda: {now}, {before} dati. Unahing basahin ang mga minarkahang pangit.',
  backlog:
    'Mas marami ang naiwang bukas: {now} usapan, {before} sa simula. Isara ang tapos na at ipamahagi ang pinakaluma.',
  vain: 'Mga tanong matapos ang paghahanap na walang resulta: {now}. Isulat ang mga sagot na kulang.',
  closedHour:
    'Sa labas ng oras ninyo, pinakamarami ang sumusulat tuwing {weekday} mula {hour}: {now} mensahe. Baka sulit na may tao roon.',
  selfService:
    'Mas marami ang nakakahanap ng sagot nang mag-isa: {now}, {before} dati. Gumagana ang mga sagot ninyo. Panatilihing bago.',
  quiet: 'Tahimik na panahon. Walang nagbago na kailangang aksiyunan.',
  figure: 'Bilang',
  period: 'Panahong ito',
  before: 'Dati',
  conversations: 'Mga usapan',
  firstReply: 'Unang sagot, median',
  resolution: 'Paglutas, median',
  kept: 'Natupad na pangako',
  open: 'Bukas sa dulo',
  solved: 'Nasagot ng mungkahi',
  rated: 'Markang maganda',
  recommended: 'NPS',
  perDay: 'Mga usapan bawat araw',
  perWeek: 'Mga usapan bawat linggo',
  openByDay: 'Bukas sa pagtatapos ng bawat araw',
  openAlt: '{first} noong {from}, {last} noong {until}, {most} ang pinakamarami.',
  heat: 'Kailan sumusulat ang mga tao',
  heatAlt: 'Pinakamaraming mensahe tuwing {weekday} mula {hour}: {now}.',
  absent:
    'Pinakamatagal ang paghihintay kapag walang online ({weekday}, {from}–{until}): {now} usapan ang naghintay nang {time} sa kabuuan. Siguruhing may tao roon.',
  old: 'Mahigit isang linggo nang bukas: {now} usapan. Simulan sa pinakaluma.',
  topic:
    'Marami ang sumusulat tungkol sa iisang bagay: {words} ({now} tao). Tingnan kung may sira at ipaalam ito sa iisang lugar.',
  unhelpful:
    'Hindi nakakatulong sa karamihan ang “{title}”: {now} sa {of} lang ang natulungan. Isulat itong muli.',
  online: 'Online sa karaniwan',
  byAge: 'Bukas sa dulo, ayon sa tagal',
  ageDay: 'Wala pang isang araw',
  age3: '1–3 araw',
  age7: '3–7 araw',
  ageMore: 'Higit sa 7 araw',
  gaps: 'Hinanap pero hindi nakita',
  gapLine: '{now} tao',
  articles: 'Mga artikulong hindi nakakatulong',
  articleLine: 'nakatulong sa {share} ng {n}',
  topics: 'Ano ang lumilitaw',
  topicLine: '{now} tao',
  openReport: 'Buksan ang ulat',
  csv: 'I-download ang CSV',
  choose: 'Piliin ang ipapadala sa email mo',
  why: 'Natanggap mo ito dahil kasama ka sa team ng {site}.',
  unsubscribe: 'Itigil ang ulat na ito',
  stopTitle: 'Itigil ang ulat',
  stopText: 'Hindi ka na makakatanggap ng lingguhan at buwanang ulat ng {site}.',
  stopDone:
    'Tapos na. Hindi mo na matatanggap ang ulat. Puwede mo itong buksan ulit sa mga setting ng notipikasyon.',
} satisfies ReportMailTexts;
