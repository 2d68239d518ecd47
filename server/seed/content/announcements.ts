import type {
  AnnouncementCategory,
  AnnouncementForm,
  IncidentState,
} from '../../../shared/announcements/kinds.ts';

/** News of the demo company. */
export const news: {
  key: string;
  category: AnnouncementCategory;
  form: AnnouncementForm;
  daysAgo: number;
  texts: Record<string, { title: string; body: string }>;
  updates: { state: IncidentState; texts: Record<string, string> }[];
}[] = [
  {
    key: 'news rack',
    category: 'new',
    form: 'card',
    daysAgo: 3,
    texts: {
      en: {
        title: 'The low rack fits the small frames now',
        body: 'Sizes 48 and 50 had no rack of ours until today. The **low rack** carries 18 kg and weighs 540 g. It comes with four bolts and a drawing of where each goes.',
      },
      de: {
        title: 'Der niedrige Träger passt jetzt an kleine Rahmen',
        body: 'Für die Größen 48 und 50 hatten wir bisher keinen Gepäckträger. Der **niedrige Träger** trägt 18 kg und wiegt 540 g. Vier Schrauben liegen bei, und eine Zeichnung, welche wohin gehört.',
      },
      ar: {
        title: 'الحامل المنخفض يناسب الهياكل الصغيرة الآن',
        body: 'لم يكن لدينا حامل للمقاسين 48 و 50 حتى اليوم. يحمل **الحامل المنخفض** 18 كغم ويزن 540 غرامًا.',
      },
    },
    updates: [],
  },
  {
    key: 'news workshop',
    category: 'notice',
    form: 'card',
    daysAgo: 20,
    texts: {
      en: {
        title: 'The Leeds workshop moves on 12 December',
        body: 'Two streets further, with a ramp at the door. Repairs that you brought before are moved with us; nothing has to be done.',
      },
    },
    updates: [],
  },
  {
    key: 'news payments',
    category: 'incident',
    form: 'card',
    daysAgo: 40,
    texts: {
      en: {
        title: 'Card payments failed',
        body: 'Some card payments were refused although the bank had let them through. Nobody was charged twice.',
      },
      de: {
        title: 'Kartenzahlungen schlugen fehl',
        body: 'Einige Kartenzahlungen wurden abgelehnt, obwohl die Bank sie zuließ. Niemand hat doppelt bezahlt.',
      },
    },
    updates: [
      {
        state: 'investigating',
        texts: { en: 'We see it and look for the cause.', de: 'Wir sehen es und suchen die Ursache.' },
      },
      {
        state: 'resolved',
        texts: {
          en: 'It was a certificate that had run out. Payments work again.',
          de: 'Ein Zertifikat war abgelaufen. Zahlungen gehen wieder.',
        },
      },
    ],
  },
];
