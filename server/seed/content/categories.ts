import type { SeedCategory } from './types.ts';

export const categories: SeedCategory[] = [
  {
    name: 'Orders',
    icon: 'box',
    names: { en: 'Orders', de: 'Bestellungen', ar: 'الطلبات' },
    description: {
      en: 'Ordering, changing, following',
      de: 'Bestellen, ändern, verfolgen',
      ar: 'الطلب وتعديله وتتبّعه',
    },
  },
  {
    name: 'Payments',
    icon: 'card',
    names: { en: 'Payments', de: 'Bezahlen', ar: 'الدفع' },
    description: {
      en: 'Ways to pay, invoices, tax',
      de: 'Zahlungsarten, Rechnungen, Steuern',
      ar: 'طرق الدفع والفواتير والضريبة',
    },
  },
  {
    name: 'Shipping',
    icon: 'truck',
    names: { en: 'Shipping', de: 'Versand', ar: 'الشحن' },
    description: {
      en: 'Where, how long, how much, customs',
      de: 'Wohin, wie lange, wie teuer, Zoll',
      ar: 'الوجهات والمدة والتكلفة والجمارك',
    },
  },
  {
    name: 'Returns',
    icon: 'return',
    names: { en: 'Returns', de: 'Rückgabe', ar: 'الإرجاع' },
    description: {
      en: 'Thirty days, exchanges, refunds',
      de: 'Dreißig Tage, Umtausch, Erstattung',
      ar: 'ثلاثون يومًا والتبديل والاسترداد',
    },
  },
  {
    name: 'Sizing',
    icon: 'ruler',
    names: { en: 'Sizing', de: 'Größen', ar: 'المقاسات' },
    description: {
      en: 'Measuring and choosing a frame',
      de: 'Messen und den Rahmen wählen',
      ar: 'القياس واختيار الإطار',
    },
  },
  {
    name: 'Bikes',
    icon: 'star',
    names: { en: 'Bikes', de: 'Räder', ar: 'الدراجات' },
    description: {
      en: 'Heron, Wren and Stork',
      de: 'Heron, Wren und Stork',
      ar: 'هيرون ورِن وستورك',
    },
  },
  {
    name: 'Assembly',
    icon: 'book',
    names: { en: 'Assembly', de: 'Aufbau', ar: 'التركيب' },
    description: {
      en: 'Out of the box and into the saddle',
      de: 'Aus dem Karton in den Sattel',
      ar: 'من الصندوق إلى السرج',
    },
  },
  {
    name: 'Maintenance',
    icon: 'wrench',
    names: { en: 'Maintenance', de: 'Pflege', ar: 'العناية' },
    description: {
      en: 'Chains, tyres, noises, winter',
      de: 'Ketten, Reifen, Geräusche, Winter',
      ar: 'السلسلة والإطارات والأصوات',
    },
  },
  {
    name: 'Warranty and repair',
    icon: 'shield',
    names: { en: 'Warranty and repair', de: 'Gewährleistung und Reparatur', ar: 'الضمان والإصلاح' },
    description: {
      en: 'Repair for life and everything beside it',
      de: 'Reparatur auf Lebenszeit und was dazugehört',
      ar: 'الإصلاح مدى الحياة وما يتصل به',
    },
  },
  {
    name: 'Spare parts',
    icon: 'tag',
    names: { en: 'Spare parts', de: 'Ersatzteile', ar: 'قطع الغيار' },
    description: {
      en: 'Numbers, sizes, old models',
      de: 'Nummern, Maße, alte Modelle',
      ar: 'الأرقام والمقاسات والطرازات القديمة',
    },
  },
  {
    name: 'Racks',
    icon: 'box',
    names: { en: 'Racks', de: 'Gepäckträger', ar: 'الحوامل' },
    description: {
      en: 'Fitting and loading',
      de: 'Anbauen und beladen',
      ar: 'التركيب والحمولة',
    },
  },
  {
    name: 'Bags',
    icon: 'bag',
    names: { en: 'Bags', de: 'Taschen', ar: 'الحقائب' },
    description: {
      en: 'Panniers, bar bags and their small parts',
      de: 'Radtaschen, Lenkertaschen und Kleinteile',
      ar: 'الحقائب الجانبية وحقائب المقود وقطعها',
    },
  },
  {
    name: 'E-bike conversion',
    icon: 'bolt',
    names: { en: 'E-bike conversion', de: 'E-Bike-Umbau', ar: 'التحويل الكهربائي' },
    description: {
      en: 'The Tailwind kit',
      de: 'Der Tailwind-Satz',
      ar: 'طقم تيلويند',
    },
  },
  {
    name: 'Business',
    icon: 'person',
    names: { en: 'Business', de: 'Firmen', ar: 'الشركات' },
    description: {
      en: 'Fleets, leasing, shops',
      de: 'Flotten, Leasing, Läden',
      ar: 'الأساطيل والتأجير والمتاجر',
    },
  },
  {
    name: 'Workshops',
    icon: 'calendar',
    names: { en: 'Workshops', de: 'Werkstätten', ar: 'الورش' },
    description: {
      en: 'Hours, test rides, services, courses',
      de: 'Zeiten, Probefahrten, Inspektion, Kurse',
      ar: 'المواعيد والتجربة والصيانة والدورات',
    },
  },
  {
    name: 'Company',
    icon: 'building',
    names: { en: 'Company', de: 'Über uns', ar: 'عن الشركة' },
    description: {
      en: 'Work with us, who we are',
      de: 'Arbeiten bei uns, wer wir sind',
      ar: 'العمل معنا ومن نحن',
    },
  },
  {
    name: 'Privacy',
    icon: 'lock',
    names: { en: 'Privacy', de: 'Datenschutz', ar: 'الخصوصية' },
    description: {
      en: 'What we keep and for how long',
      de: 'Was wir speichern und wie lange',
      ar: 'ما نحفظه ومدة حفظه',
    },
  },
];
