import type { SeedQuestion } from './types.ts';

export const questionsEn: SeedQuestion[] = [
  {
    key: 'order-a-bike',
    language: 'en',
    category: 'Orders',
    title: 'How do I order a bicycle from you?',
    answer: `Choose model, size and colour, then pay at checkout.

- **Stock colours** (lichen, slate, rowan): full price, leaves us within 6 working days.
- **Any other colour**: 30 % now, the rest when the frame leaves the paint room, about 6 weeks later. Custom paint costs €180 or £155.

You get a confirmation with your build date. If you are unsure about size, [start with the table](/demo/product.html#sizes) or ask us before you pay.`,
    official: true,
    askedBy: 'Hannah',
    daysAgo: 412,
    answeredBy: 'mara',
    phrasings: ['Where is the buy button for the Heron?'],
  },
  {
    key: 'change-order',
    language: 'en',
    category: 'Orders',
    title: 'Can I change my order after I have paid?',
    details: 'I ordered a 55 and keep thinking about the 58.',
    answer: `Yes, free of charge until we start the build. The day is in your confirmation, usually **three working days** after the order for stock colours.

After that, frame and colour are fixed, but bar width, saddle and tyres can still be swapped until the day before shipping. Reply to the confirmation with your order number and we will answer the same day.`,
    official: true,
    askedBy: 'Piotr',
    daysAgo: 233,
    answeredBy: 'tomas',
    phrasings: ['I picked the wrong colour, can you still swap it?'],
  },
  {
    key: 'cancel-order',
    language: 'en',
    category: 'Orders',
    title: 'How do I cancel an order?',
    answer: `Reply to your confirmation e-mail before the parcel leaves and we cancel it, no reason needed. The money is back within five working days.

A custom colour can be cancelled free of charge until paint starts, two weeks after the order. Later than that we keep the 30 % deposit, because nobody else chose your colour. Already on its way? Use the [30-day return](/demo/help.html#returns).`,
    official: true,
    askedBy: 'Moira',
    daysAgo: 188,
    answeredBy: 'mara',
    phrasings: ['I changed my mind, can I cancel?'],
  },
  {
    key: 'order-status',
    language: 'en',
    category: 'Orders',
    title: 'Where can I see how far my bike is?',
    answer: `Open the link in your confirmation e-mail. It shows one of five steps: **paid, frame ready, painted, built, on its way**. You do not need an account.

We send an e-mail when the bicycle leaves, with the carrier's tracking number. If a step is more than three working days later than promised, you hear from Mara or Tomás before you have to ask.`,
    official: true,
    askedBy: 'Sean',
    daysAgo: 96,
    answeredBy: 'tomas',
    phrasings: ['Is there a way to track my build?'],
  },
  {
    key: 'lead-time-custom',
    language: 'en',
    category: 'Orders',
    title: 'How long does a custom colour really take?',
    answer: `Six weeks from order to the day it leaves us. In spring, from March to May, it is closer to **eight**, and the product page says so while it lasts.

The time goes into the queue for the paint room, three coats, and ten days of hardening. A rushed coat chips on the first train journey, so we do not offer express paint.`,
    official: true,
    askedBy: 'Ingrid',
    daysAgo: 151,
    answeredBy: 'mara',
    phrasings: ['How many weeks for a bike in my own colour?'],
  },
  {
    key: 'stock-reserve',
    language: 'en',
    category: 'Orders',
    title: 'Can you hold a bike for me until after a test ride?',
    answer: `Yes. If you have booked a test ride in Leipzig or Leeds, we hold one Heron, Wren or Stork in your size and a stock colour for **seven days**, free of charge.

Write the word "hold" in the booking note. If you decide against it you need not do anything; the hold ends by itself.`,
    official: false,
    askedBy: 'Callum',
    daysAgo: 64,
    answeredBy: 'tomas',
  },
  {
    key: 'gift-voucher',
    language: 'en',
    category: 'Orders',
    title: 'Do you sell gift vouchers?',
    answer: `Yes, from €25 or £25, in any amount, as a PDF at once or on a printed card with a drawing of a crane by post (€3 or £3).

A voucher is valid for three years from the end of the year in which it was bought. It works for everything, including services and courses, and what is not used stays on it.`,
    official: true,
    askedBy: 'Beth',
    daysAgo: 340,
    answeredBy: 'mara',
    phrasings: ['Can I give someone a gift card?'],
  },
  {
    key: 'order-by-phone',
    language: 'en',
    category: 'Orders',
    title: 'I do not like online shops. Can I order by phone or in the workshop?',
    answer: `Gladly. Call Leeds on +44 113 496 0142 or Leipzig on +49 171 39200 14 during [opening hours](/demo/index.html#workshops), or come by.

We write the order with you, send it by post or e-mail for you to check, and you pay by bank transfer or by card in the workshop. Prices are the same as online.`,
    official: false,
    askedBy: 'Geoffrey',
    daysAgo: 279,
    answeredBy: 'mara',
  },
  {
    key: 'pay-methods',
    language: 'en',
    category: 'Payments',
    title: 'Which ways to pay do you accept?',
    answer: `Everywhere: **Visa, Mastercard, PayPal, bank transfer**.

- Germany and Austria: also on invoice, 14 days.
- Germany and the UK: bicycles in 6 or 12 instalments without interest.
- In the workshops: card and cash.

We do not take cheques, crypto or cash on delivery. For a bank transfer we build as soon as the money has arrived, usually one working day.`,
    official: true,
    askedBy: 'Lucia',
    daysAgo: 301,
    answeredBy: 'mara',
    phrasings: ['Do you take PayPal?'],
  },
  {
    key: 'instalments',
    language: 'en',
    category: 'Payments',
    title: 'Can I pay for a bike in instalments?',
    details: '2,150 pounds at once is a lot for me.',
    answer: `Yes, for bicycles delivered in Germany and the UK: **6 or 12 months, 0 % interest**, no fee. A lender checks your credit and answers in about a minute.

A Heron over 12 months is £179.17 or €204.17 a month. You can pay off the rest at any time. Racks, bags and services cannot be paid this way unless they are on the same order as a bicycle.`,
    official: true,
    askedBy: 'Jamie',
    daysAgo: 142,
    answeredBy: 'tomas',
    phrasings: ['Is there 0 % finance?', 'Pay monthly for a Heron'],
  },
  {
    key: 'currency',
    language: 'en',
    category: 'Payments',
    title: 'Which currency will I be charged in?',
    answer: `Pounds for deliveries to the UK, euros everywhere else. For the Gulf we show dirham or riyal beside the price as a guide, but the charge is in **euros** and your bank sets the rate.

Some cards add 1–3 % for a foreign currency. A card without that fee, or a bank transfer in euros, avoids it.`,
    official: true,
    askedBy: 'Faisal',
    daysAgo: 118,
    answeredBy: 'mara',
    phrasings: ['Why was I charged in euros and not dirhams?'],
  },
  {
    key: 'invoice-copy',
    language: 'en',
    category: 'Payments',
    title: 'I need an invoice for my order. Where do I find it?',
    answer: `It is attached as a PDF to the e-mail that says your parcel has left. You can also download it from the order link in your confirmation, for as long as we keep the order.

If it should carry a company name or a VAT number, tell us before the parcel leaves. A corrected invoice afterwards takes us two working days.`,
    official: true,
    askedBy: 'Ruth',
    daysAgo: 77,
    answeredBy: 'tomas',
    phrasings: ['Where is my receipt?', 'Download invoice as PDF'],
  },
  {
    key: 'card-declined',
    language: 'en',
    category: 'Payments',
    title: 'My card was declined although there is money on it. What now?',
    answer: `Your order is kept for **48 hours**; you need not start again. Open the link in the "payment open" e-mail and try another card, PayPal or a transfer.

The usual reason is a limit for large online payments, which your bank's app can lift for a day. We never see the reason ourselves, only a yes or a no.`,
    official: false,
    askedBy: 'Owen',
    daysAgo: 39,
    answeredBy: 'tomas',
    phrasings: ['Payment failed, do I have to order again?'],
  },
  {
    key: 'price-match',
    language: 'en',
    category: 'Payments',
    title: 'Do you have sales, or codes for a discount?',
    answer: `No sales and no codes. The price is the same in February as in May, so nobody has to wait or feel foolish.

Three honest ways to pay less: returned and bought-back bicycles, which we call **Second Nest**, at 15–40 % less; a rack and two panniers bought together with a bike, 10 % off those; and your first service, free within twelve months.`,
    official: false,
    askedBy: 'Deborah',
    daysAgo: 205,
    answeredBy: 'mara',
    phrasings: ['Any discount codes?', 'When is your Black Friday sale?'],
  },
  {
    key: 'vat-outside-eu',
    language: 'en',
    category: 'Payments',
    title: 'I live in Norway. Do I pay German VAT on top of Norwegian VAT?',
    answer: `No. For Norway and Switzerland we take German VAT off the price and add the import VAT of your country at checkout. What you see on the last page is all that you pay.

Nothing is due at the door. If a carrier asks for money all the same, refuse kindly, send us a photo of the paper, and we sort it out with them.`,
    official: true,
    askedBy: 'Lars',
    daysAgo: 166,
    answeredBy: 'mara',
  },
  {
    key: 'ship-where',
    language: 'en',
    category: 'Shipping',
    title: 'Which countries do you ship to?',
    answer: `The EU, the UK, Switzerland, Norway, and the six Gulf states: the Emirates, Saudi Arabia, Qatar, Kuwait, Bahrain and Oman.

We do not ship elsewhere, because we could not keep the promise of [repair for life](/demo/index.html#repair) there at a fair price. Riders from other countries do collect their bicycle in Leipzig or Leeds and ride home. It is not the worst way.`,
    official: true,
    askedBy: 'Amy',
    daysAgo: 390,
    answeredBy: 'mara',
    phrasings: ['Do you deliver to the US or Australia?'],
  },
  {
    key: 'ship-cost-parcel',
    language: 'en',
    category: 'Shipping',
    title: 'What does shipping cost for bags, racks and parts?',
    answer: `It depends on where you are, and larger orders travel free:

- Germany €4.90, free from €80
- Other EU countries €9.90, free from €150
- UK £4.50, free from £80
- Switzerland and Norway €19, free from €250
- Gulf states €29, free from €300

A bicycle travels separately, and [its price is on the bike's page](/demo/product.html#delivery).`,
    official: true,
    askedBy: 'Nadia',
    daysAgo: 248,
    answeredBy: 'mara',
    phrasings: ['When is delivery free?'],
  },
  {
    key: 'ship-time',
    language: 'en',
    category: 'Shipping',
    title: 'How long does delivery take?',
    answer: `Parcels ordered by **13:00 Leipzig time**, Monday to Friday, leave the same day. Then, in working days: Germany 1–2, UK 1–3, other EU 2–5, Switzerland and Norway 4–6, Gulf 4–7.

Bicycles in a stock colour leave within six working days and need 2–4 days in Germany and the UK, 4–7 in the rest of the EU, 8–12 to the Gulf.`,
    official: true,
    askedBy: 'Conor',
    daysAgo: 131,
    answeredBy: 'tomas',
    phrasings: ['When will my parcel arrive?', 'Delivery time to France'],
  },
  {
    key: 'ship-bike-box',
    language: 'en',
    category: 'Shipping',
    title: 'How big is the bike box, and will it fit into my car?',
    answer: `The box measures **148 × 80 × 24 cm** and weighs about 19 kg for a Heron, 21 kg for a Stork. It fits into most estate cars with the seats down, and through any door.

Keep it for 30 days in case of a return. After that it makes a good sledge, once, or the carrier of your next parcel from us takes it back.`,
    official: true,
    askedBy: 'Marit',
    daysAgo: 219,
    answeredBy: 'tomas',
  },
  {
    key: 'uk-customs',
    language: 'en',
    category: 'Shipping',
    title: 'Do I pay customs if I order to the UK from a German company?',
    answer: `No. UK orders are sold and sent by our workshop in **Leeds**, in pounds, with UK VAT. There is no border on the way and nothing to pay at the door.

The same goes for returns and repairs: they go to Leeds. If something is only in stock in Leipzig, we bring it over with our weekly van and tell you the date at checkout.`,
    official: true,
    askedBy: 'Stuart',
    daysAgo: 174,
    answeredBy: 'mara',
    phrasings: ['Will I be charged import duty in England?', 'Any Brexit charges on top?'],
  },
  {
    key: 'northern-ireland',
    language: 'en',
    category: 'Shipping',
    title: 'Do you deliver to Northern Ireland, and from which workshop?',
    answer: `Yes, from Leipzig, because goods from the EU reach Northern Ireland without customs. You pay in pounds at the UK price, shipping is £9 for a parcel and £65 for a bicycle, and it takes 3–6 working days.

Repairs also go to Leipzig; we pay the difference in postage to what Leeds would have cost you.`,
    official: false,
    askedBy: 'Aoife',
    daysAgo: 52,
    answeredBy: 'tomas',
  },
  {
    key: 'gulf-duty',
    language: 'en',
    category: 'Shipping',
    title: 'Who pays duty and VAT when I order to Dubai or Riyadh?',
    answer: `You pay both at checkout and nothing at the door. We work out the duty (5 % in most Gulf states) and the local VAT, show them on their own lines, and the courier settles them for you.

If the customs office asks for more, that is our mistake and our bill. Please do not pay the driver; [write to us](/demo/help.html#ask) with a photo of the notice.`,
    official: true,
    askedBy: 'Yousef',
    daysAgo: 122,
    answeredBy: 'mara',
    phrasings: ['Is there customs to pay in Saudi Arabia?'],
  },
  {
    key: 'parcel-lost',
    language: 'en',
    category: 'Shipping',
    title: 'Tracking has not moved for days. Is my parcel lost?',
    answer: `Usually it is resting in a depot. Wait **three working days** after the last scan within a country, five across a border. Then write to us with the tracking number.

We open a search the same day. If the carrier has not found the parcel after another five working days, we send everything again or pay you back, whichever you like. You do not have to claim anything from the carrier yourself.`,
    official: true,
    askedBy: 'Kirsty',
    daysAgo: 28,
    answeredBy: 'tomas',
    phrasings: ['My parcel seems to be stuck in a depot'],
  },
  {
    key: 'damaged-delivery',
    language: 'en',
    category: 'Shipping',
    title: 'The box arrived damaged. What should I do?',
    answer: `Accept it, ask the driver to note the damage, and take three photos: the label, the damaged side, and what is inside.

Send them within **seven days**. If a part is bent or scratched, we send a new one the same day and you need not return the old one. For damage to a frame we collect the bicycle at our cost and build you another.`,
    official: true,
    askedBy: 'Femi',
    daysAgo: 84,
    answeredBy: 'tomas',
    phrasings: ['The bike arrived with a scratch on the frame'],
  },
  {
    key: 'delivery-slot',
    language: 'en',
    category: 'Shipping',
    title: 'Can I choose the day on which my bike is delivered?',
    answer: `Yes, for bicycles in Germany and the UK. The day before it leaves you get a text message from the carrier with three days and a morning or afternoon to choose from.

Elsewhere the carrier calls first. Parcels cannot be booked, but you can send them to a neighbour, a shop or, in Germany, a parcel locker.`,
    official: false,
    askedBy: 'Helen',
    daysAgo: 47,
    answeredBy: 'mara',
  },
  {
    key: 'pickup',
    language: 'en',
    category: 'Shipping',
    title: 'Can I collect my order from the workshop instead?',
    answer: `Yes, in Leipzig and Leeds, free of charge. Choose "collect" at checkout. Parcels are usually ready the next day we are open; we send a message when they are.

Collecting a bicycle takes about an hour: we set saddle and bar with you, show you the folding of the roll tops, and there is tea. Please [bring your riding shoes](/demo/help.html#workshops).`,
    official: true,
    askedBy: 'Jonas',
    daysAgo: 110,
    answeredBy: 'tomas',
    phrasings: ['Click and collect in Leeds?'],
  },
  {
    key: 'return-window',
    language: 'en',
    category: 'Returns',
    title: 'How long do I have to return something?',
    answer: `**Thirty days** from delivery, for everything in stock colours and sizes. Bags, racks and parts should be unused; trying them on your bicycle at home is fine. A bicycle may have up to 150 km on it.

Made-to-order things, such as custom colours, cannot be returned unless they are faulty. [How it works](/demo/help.html#returns) fits on half a page.`,
    official: true,
    askedBy: 'Ellen',
    daysAgo: 356,
    answeredBy: 'mara',
    phrasings: ['What is your return policy?'],
  },
  {
    key: 'return-how',
    language: 'en',
    category: 'Returns',
    title: 'How do I send something back?',
    answer: `1. Reply to your order e-mail with what should go back. No reason needed.
2. We send a label within one working day. Print it or show the code at the counter.
3. Pack it as it came. For a bicycle the carrier collects it from your door.

The money is on its way within five working days of arrival here, by the way you paid.`,
    official: true,
    askedBy: 'Tariq',
    daysAgo: 159,
    answeredBy: 'tomas',
    phrasings: ['I need a return label', 'How do I get a return label?'],
  },
  {
    key: 'return-cost',
    language: 'en',
    category: 'Returns',
    title: 'Is returning free?',
    answer: `In Germany and the UK, yes, also for bicycles. From other EU countries a parcel costs €6 and a bicycle €45; from Switzerland and Norway €12 and €90; from the Gulf a parcel costs €25.

We take it off the refund, so you need not pay anything first. If the thing is faulty or we sent the wrong one, it is free from everywhere.`,
    official: true,
    askedBy: 'Simone',
    daysAgo: 134,
    answeredBy: 'mara',
    phrasings: ['Who pays the postage for a return?'],
  },
  {
    key: 'exchange-size',
    language: 'en',
    category: 'Returns',
    title: 'My frame is the wrong size. Can I exchange it?',
    answer: `Yes, the **first exchange within 60 days is free**, wherever you live, with up to 150 km on it. We build the right size first and collect the other when the new one arrives, so you are never without a bicycle.

Send us your inside leg and a photo of yourself on the bike from the side. We would like to get it right this time.`,
    official: true,
    askedBy: 'Bram',
    daysAgo: 91,
    answeredBy: 'tomas',
    phrasings: ['The bike is too small for me, can I swap it?'],
  },
  {
    key: 'refund-when',
    language: 'en',
    category: 'Returns',
    title: 'I sent my return a week ago. When do I get the money?',
    answer: `Within **five working days of its arrival** here; cards may need two or three days more until your bank shows it. A return from the Gulf travels up to ten days before that clock starts.

You get an e-mail when we open the box and another when the money leaves. If the first one is missing after ten working days, send us the tracking number.`,
    official: true,
    askedBy: 'Chloe',
    daysAgo: 33,
    answeredBy: 'mara',
    phrasings: ['Where is my refund?', 'How long does a refund take?'],
  },
  {
    key: 'test-150km',
    language: 'en',
    category: 'Returns',
    title: 'Do I really get all my money back after 150 km on a new bike?',
    details: 'It sounds too good, so I am asking before I ride it through the rain.',
    answer: `Yes, all of it, including the first shipping. Rain is fine, and so is dust; please ride it as you would ride it.

We only subtract for what wear cannot explain: a bent rim, a scratch to the metal, a missing part, each at the price of the part. In nine years that has happened four times. Returned bicycles are checked and sold as **Second Nest**.`,
    official: false,
    askedBy: 'Gwen',
    daysAgo: 71,
    answeredBy: 'tomas',
  },
  {
    key: 'size-heron',
    language: 'en',
    category: 'Sizing',
    title: 'Which Heron size do I need?',
    answer: `Your inside leg decides more than your height.

- 74–79 cm: size 49
- 77–82 cm: size 52
- 80–86 cm: size 55
- 84–90 cm: size 58
- 88–95 cm: size 61

Between two sizes take the smaller for loaded touring, the larger if you like to sit upright. [The full table](/demo/product.html#sizes) has stand-over heights too.`,
    official: true,
    askedBy: 'Patrick',
    daysAgo: 318,
    answeredBy: 'tomas',
    phrasings: ['I am 178 cm, which frame size?', '55 or 58 for someone who is 1.80 m?'],
  },
  {
    key: 'measure-inseam',
    language: 'en',
    category: 'Sizing',
    title: 'How do I measure my inside leg properly?',
    answer: `Stand barefoot against a wall. Take a hardback book about 2 cm thick, pull it up between your legs as firmly as a saddle would sit, spine up and level, and mark the wall at its upper edge.

Measure from the floor to the mark, three times, and take the average. Trouser sizes are **4–8 cm shorter** than this number, so please do not use them.`,
    official: true,
    askedBy: 'Carla',
    daysAgo: 201,
    answeredBy: 'tomas',
    phrasings: ['How to measure inseam'],
  },
  {
    key: 'short-rider',
    language: 'en',
    category: 'Sizing',
    title: 'I am 155 cm tall. Do you have a bike that fits me?',
    answer: `Yes, the **Wren**. It is not a shrunken Heron: it rolls on smaller 584 mm wheels, so your toes do not touch the front wheel and the bar is not too high.

Sizes: 44 (150–157 cm), 47 (156–164 cm), 50 (163–172 cm). It has 165 mm cranks and short-reach levers, and it carries the same racks and bags as the [Heron](/demo/product.html).`,
    official: true,
    askedBy: 'Mei',
    daysAgo: 145,
    answeredBy: 'mara',
    phrasings: ['Smallest frame size you make?'],
  },
  {
    key: 'heron-or-wren',
    language: 'en',
    category: 'Sizing',
    title: 'At 168 cm, should I take a Heron 52 or a Wren 50?',
    answer: `Both fit. The Wren 50 accelerates more easily, stands lower and packs smaller for trains. The Heron 52 rolls more calmly on long straight roads, and its tyres are easier to find abroad.

If you wear shoe size 41 or more, take the Wren, or else your toe may touch the front mudguard in tight turns. Both are ready for a [test ride](/demo/help.html#workshops) in Leipzig and Leeds.`,
    official: true,
    askedBy: 'Anouk',
    daysAgo: 59,
    answeredBy: 'tomas',
  },
  {
    key: 'tall-rider',
    language: 'en',
    category: 'Sizing',
    title: 'Do you make anything for riders above two metres?',
    answer: `The Heron 61 and the Stork L fit up to about 197 cm. Above that we build a **size 64 to order**, twice a year, in March and September: €390 or £340 more and a lead time of ten weeks.

It gets a second top tube, 180 mm cranks and a 36-spoke front wheel. Send us inside leg, arm length and weight, and Jule draws it for you.`,
    official: true,
    askedBy: 'Sven',
    daysAgo: 176,
    answeredBy: 'tomas',
  },
  {
    key: 'stork-size',
    language: 'en',
    category: 'Sizing',
    title: 'How do the sizes S, M and L of the Stork compare with the Heron?',
    answer: `Stork S fits 165–174 cm, M 173–183 cm, L 182–195 cm. If you ride a Heron 52, take S; for 55 take M; for 58 or 61 take L.

The Stork has a straighter bar, so the top tube is about 4 cm longer on paper and feels the same. Stand-over is 2 cm higher because of the wide tyres.`,
    official: false,
    askedBy: 'Mateo',
    daysAgo: 68,
    answeredBy: 'mara',
  },
  {
    key: 'saddle-height',
    language: 'en',
    category: 'Sizing',
    title: 'How high should my saddle be?',
    answer: `Put your heel on the pedal at its lowest point: your leg should just be straight. With the ball of the foot on the pedal there is then a slight bend left.

Start there, ride for an hour, and change in steps of **5 mm**. Pain in front of the knee means higher, pain behind it means lower. Do not pull the post out beyond its mark, and tighten the clamp to [6 Nm](/demo/help.html#care).`,
    official: true,
    askedBy: 'Bernice',
    daysAgo: 25,
    answeredBy: 'tomas',
    phrasings: ['Correct seat height'],
  },
  {
    key: 'bar-width',
    language: 'en',
    category: 'Sizing',
    title: 'What handlebar width should I choose?',
    answer: `About the width of your shoulders, measured from bone to bone. Heron bars come in 40, 42, 44 and 46 cm; without a wish from you, sizes 49 and 52 get 42 cm, sizes 55 and 58 get 44 cm, and the 61 gets 46 cm.

For a big handlebar bag go 2 cm wider. A change is free until [the day before shipping](/demo/help.html#orders).`,
    official: false,
    askedBy: 'Ximena',
    daysAgo: 87,
    answeredBy: 'tomas',
  },
  {
    key: 'heron-vs-stork',
    language: 'en',
    category: 'Bikes',
    title: 'Heron or Stork for a trip around the world?',
    answer: `If most of it is tarmac and good gravel, the **Heron**: lighter by 3 kg, faster, cheaper, and every part can be bought in every larger town.

If it is washboard, sand, mud, or months without a workshop, the **Stork**: a 14-speed hub gear that wants one oil change every 5,000 km, and 57 mm tyres. Most people who ask us need the [Heron](/demo/product.html), and the money for the journey.`,
    official: true,
    askedBy: 'Dominic',
    daysAgo: 265,
    answeredBy: 'tomas',
    phrasings: ['What is the difference between the Heron and the Stork?'],
  },
  {
    key: 'why-steel',
    language: 'en',
    category: 'Bikes',
    title: 'Why do you build in steel and not in aluminium or carbon?',
    answer: `Because steel can be mended. A bent dropout is straightened, a cracked tube is replaced, and a village welder can get you to the next city.

It costs about one kilogram compared with aluminium. On a bicycle with 20 kg of luggage you will not notice, and you will notice that the frame does not shake under load. The story of [a frame after 41,000 km](/demo/article.html) says it better.`,
    official: true,
    askedBy: 'Aled',
    daysAgo: 322,
    answeredBy: 'mara',
  },
  {
    key: 'weight-limit',
    language: 'en',
    category: 'Bikes',
    title: 'How much weight can the bikes carry in total?',
    answer: `Bicycle, rider and luggage together: **Heron and Wren 180 kg, Stork 200 kg**. Of that, 30 kg on the rear rack and 15 kg in front.

Riders above 120 kg get a rear wheel with 40 spokes and a 47 mm tyre at no extra charge on a Heron. Write your weight in the order note; nobody but the wheel builder reads it.`,
    official: true,
    askedBy: 'Roberta',
    daysAgo: 103,
    answeredBy: 'tomas',
    phrasings: ['I weigh 125 kg, is the Heron strong enough?', 'Maximum rider weight'],
  },
  {
    key: 'tyre-clearance',
    language: 'en',
    category: 'Bikes',
    title: 'What is the widest tyre that fits my Heron?',
    answer: `**47 mm with mudguards**, 50 mm without, on 622 mm rims. It comes with 38 mm.

The Wren takes 50 mm with mudguards on 584 mm rims, the Stork 57 mm with and 62 mm without. Measure the tyre when it is inflated: makers print optimistic numbers. There should be 6 mm of air on every side.`,
    official: true,
    askedBy: 'Finn',
    daysAgo: 58,
    answeredBy: 'tomas',
    phrasings: ['Can I fit 45 mm tyres?', 'Max tire width'],
  },
  {
    key: 'belt-or-chain',
    language: 'en',
    category: 'Bikes',
    title: 'Should I take the Stork with a belt or with a chain?',
    answer: `The **belt** is clean, quiet and lasts about 20,000 km, but it costs €95 and a small shop will not have it. The **chain** lasts 8,000 km on the hub gear, costs €24 and can be bought anywhere.

Commuters and clean trousers: belt. Far from home: chain. You can change later, because every Stork frame has the opening for a belt; the kit is €240 or £210.`,
    official: true,
    askedBy: 'Saskia',
    daysAgo: 80,
    answeredBy: 'mara',
  },
  {
    key: 'dynamo-usb',
    language: 'en',
    category: 'Bikes',
    title: 'Can I charge my phone while riding?',
    answer: `Yes. Every Heron, Wren and Stork has a dynamo hub, and the **USB charger** (€129 or £112) sits in the steerer under the top cap. From 15 km/h it holds a phone, from 20 km/h it charges one.

Lights and charging share the power, so at night the light comes first. We fit it for €25 or £22, or in the build at no charge.`,
    official: true,
    askedBy: 'Leon',
    daysAgo: 44,
    answeredBy: 'tomas',
    phrasings: ['USB charging from the hub dynamo'],
  },
  {
    key: 'colours',
    language: 'en',
    category: 'Bikes',
    title: 'Which colours are there, and can I see them before I choose?',
    answer: `In stock: **lichen** (grey green), **slate** (blue grey) and **rowan** (brick red). To order: any of 38 colours on our card, for €180 or £155.

Screens lie about green. We post you painted steel chips of up to four colours for free, and you keep them. [Tell us which](/sites/demo/ask).`,
    official: false,
    askedBy: 'Philippa',
    daysAgo: 37,
    answeredBy: 'mara',
    phrasings: ['Can I get paint samples?'],
  },
  {
    key: 'kids-seat-trailer',
    language: 'en',
    category: 'Bikes',
    title: 'Can I fit a child seat or a trailer?',
    answer: `A trailer: yes, on all three, at the rear axle; the adapter is €28 or £24. The limit is 40 kg on a Heron or Wren and 60 kg on a Stork.

A child seat: on the **Perch rear rack** with seats made for racks, up to 22 kg of child, and then without rear panniers. A seat clamped to the seat tube does not fit, as the tube is too thin for the clamp.`,
    official: true,
    askedBy: 'Emma',
    daysAgo: 62,
    answeredBy: 'tomas',
    phrasings: ['Does a bike trailer for children fit?'],
  },
  {
    key: 'second-nest',
    language: 'en',
    category: 'Bikes',
    title: 'Do you sell used bikes?',
    answer: `Yes, we call it **Second Nest**: returns, test bicycles, and Herons we buy back. There are usually five to ten, checked, with new chain, cables and pads, at 15–40 % below new.

They come with the same 30 days of return and the same [repair for life](/demo/index.html#repair), plus one year of warranty on parts. New ones are listed on the first Monday of the month at nine in the morning.`,
    official: true,
    askedBy: 'Ursula',
    daysAgo: 19,
    answeredBy: 'mara',
    phrasings: ['Second-hand or refurbished bicycles'],
  },
  {
    key: 'buy-back',
    language: 'en',
    category: 'Bikes',
    title: 'Would you buy my old Heron back?',
    answer: `Often, yes. Send the frame number, four photos and the rough distance. We pay up to **55 %** of the price it cost when new, depending on age and state, as money or 10 % more as a voucher.

It has to come from its owner, with proof of purchase or a registration in your name. We do not take other brands.`,
    official: false,
    askedBy: 'Kenneth',
    daysAgo: 54,
    answeredBy: 'mara',
  },
  {
    key: 'assemble-out-of-box',
    language: 'en',
    category: 'Assembly',
    title: 'What do I have to assemble when the bike arrives?',
    answer: `Four things, about half an hour, with the tools in the lid of the box:

1. Front wheel in, axle closed.
2. Handlebar straight, stem bolts to 5 and 6 Nm.
3. Saddle to your height, clamp to 6 Nm.
4. Pedals: left one turns the other way, both to 35 Nm.

Gears, brakes and lights are set. [All torques are here](/demo/help.html#care).`,
    official: true,
    askedBy: 'Robin',
    daysAgo: 228,
    answeredBy: 'tomas',
    phrasings: ['Is the bike delivered ready to ride?'],
  },
  {
    key: 'assemble-service',
    language: 'en',
    category: 'Assembly',
    title: 'Can somebody assemble the bike for me at home?',
    answer: `In Leipzig and Leeds and 30 km around, yes: we deliver by van, ready to ride, and set it up with you. It costs €60 or £50 instead of the normal shipping.

Elsewhere in Germany and the UK a mobile mechanic can do it for €75 or £65; choose "built at the door" at checkout. In other countries any bicycle shop can do it in half an hour.`,
    official: true,
    askedBy: 'Margaret',
    daysAgo: 93,
    answeredBy: 'mara',
    phrasings: ['Can you build the bike for me?'],
  },
  {
    key: 'pedals-included',
    language: 'en',
    category: 'Assembly',
    title: 'Are pedals included?',
    answer: `No, because half of our riders take theirs from the old bicycle. The thread is the usual 9/16 inch.

If you need some, add our **flat touring pedals** (€49 or £43, sealed bearings, reflectors) to the order, and they come in the same box with a little grease on the thread. Test bicycles have flat pedals on them.`,
    official: false,
    askedBy: 'Joe',
    daysAgo: 41,
    answeredBy: 'tomas',
  },
  {
    key: 'torque-values',
    language: 'en',
    category: 'Assembly',
    title: 'Which torque do the bolts need?',
    answer: `The ones people ask for most:

- Stem: 5 Nm at the bar, 6 Nm at the steerer
- Seat post clamp: 6 Nm
- Rack bolts: M5 5 Nm, M6 8 Nm
- Brake caliper: 7 Nm
- Pedals: 35 Nm, crank bolts: 40 Nm

Check all of them **after the first 100 km**, then twice a year. [The full table](/demo/help.html#care) can be printed.`,
    official: true,
    askedBy: 'Hamid',
    daysAgo: 136,
    answeredBy: 'tomas',
    phrasings: ['How tight should the stem bolts be?', 'Nm for the seat clamp'],
  },
  {
    key: 'front-wheel-rubs',
    language: 'en',
    category: 'Assembly',
    title: 'After assembling, the front brake rubs. What did I do wrong?',
    answer: `Most likely the wheel is not quite at the bottom of the dropouts. Stand the bicycle on the ground, open the axle, push down on the bar, close it again.

If it still rubs: loosen the two caliper bolts, pull the brake lever and hold it, and tighten the bolts to 7 Nm. A soft "zing" for the first 50 km is normal until the pads are bedded in.`,
    official: true,
    askedBy: 'Nicola',
    daysAgo: 31,
    answeredBy: 'tomas',
    phrasings: ['Disc brake scraping after putting the wheel in'],
  },
  {
    key: 'bed-in-brakes',
    language: 'en',
    category: 'Assembly',
    title: 'Do new disc brakes need bedding in?',
    answer: `Yes, it takes ten minutes. On an empty flat road, ride to about 25 km/h and brake almost to a standstill, **twenty times with each brake**, firmly and without locking the wheel.

At first they feel weak and may howl; both pass. Do not touch the discs with your fingers and keep oil spray far away. Greasy pads cannot be cleaned, only replaced (€16 or £14 a pair).`,
    official: true,
    askedBy: 'Olga',
    daysAgo: 66,
    answeredBy: 'tomas',
    phrasings: ['My new brakes feel weak'],
  },
  {
    key: 'train-plane-pack',
    language: 'en',
    category: 'Assembly',
    title: 'How do I pack my Heron for a flight?',
    answer: `Ask a bicycle shop for a box, or use ours again. Then: pedals off, bar turned and tied to the top tube, front wheel out with a **plastic spacer** in the fork (€4), saddle down, tyres to half pressure, rear mech unscrewed and wrapped.

Take the rack off only if the airline measures: it is four bolts. A powered USB battery goes into hand luggage. Allow an hour the first time, 25 minutes later.`,
    official: false,
    askedBy: 'Jasmin',
    daysAgo: 74,
    answeredBy: 'tomas',
  },
  {
    key: 'service-interval',
    language: 'en',
    category: 'Maintenance',
    title: 'How often does the bike need a service?',
    answer: `Once a year or every **5,000 km**, whichever comes first; before a long journey, too. The first service is free within twelve months.

A full service costs €89 or £78 plus parts and takes five working days, and you ride one of ours meanwhile. Between services, ten minutes a month do most of the work: oil the chain, check tyres and pads, and tighten [the rack bolts](/demo/help.html#care).`,
    official: true,
    askedBy: 'Anthony',
    daysAgo: 287,
    answeredBy: 'tomas',
    phrasings: ['When is the next inspection due?'],
  },
  {
    key: 'chain-wear',
    language: 'en',
    category: 'Maintenance',
    title: 'When should I replace the chain?',
    answer: `At **0.5 %** on a chain gauge for the Heron and Wren, at 0.8 % for a Stork with a chain. Without a gauge: measure twelve links, pin to pin; 304.8 mm is new, 306.3 mm is time.

Changed on time, a cassette lasts three chains. Changed late, you buy both. Expect 3,000–5,000 km per chain; one rider got [4,600 on average](/demo/article.html) by oiling it in the evening.`,
    official: true,
    askedBy: 'Gabriel',
    daysAgo: 168,
    answeredBy: 'tomas',
    phrasings: ['How many kilometres does a chain last?'],
  },
  {
    key: 'tyre-pressure',
    language: 'en',
    category: 'Maintenance',
    title: 'What pressure should I ride in 38 mm tyres?',
    answer: `Start here for a Heron with its own tyres, front / rear:

- rider 60 kg: 2.8 / 3.2 bar
- rider 75 kg: 3.2 / 3.7 bar
- rider 90 kg: 3.6 / 4.2 bar
- with 20 kg of luggage: 0.4 bar more at the rear

On gravel take off 0.5. The limit of the rim is 5.0 bar. If your hands hurt, the pressure is too high, not your gloves too thin.`,
    official: true,
    askedBy: 'Dilys',
    daysAgo: 121,
    answeredBy: 'tomas',
    phrasings: ['How many bar or psi for the Heron?'],
  },
  {
    key: 'creak-noise',
    language: 'en',
    category: 'Maintenance',
    title: 'Something creaks when I pedal hard. How do I find it?',
    answer: `Go from easy to hard:

1. Stand up while pedalling. Gone? It is **saddle or seat post**: grease the post, tighten the clamp to 6 Nm.
2. Only with bags on? Rack bolts, 5 or 8 Nm.
3. Once per turn of the crank? Pedal threads, then crank bolts.
4. Coasting, too? A spoke or the front hub.

In nine of ten cases it is not the bottom bracket. Send a short video if it stays.`,
    official: true,
    askedBy: 'Vincent',
    daysAgo: 48,
    answeredBy: 'tomas',
    phrasings: ['My bottom bracket makes a ticking noise'],
  },
  {
    key: 'adjust-gears',
    language: 'en',
    category: 'Maintenance',
    title: 'The gears skip on two sprockets. Can I adjust that myself?',
    answer: `Nearly always. New cables stretch in the first 300 km. Shift to the smallest sprocket, turn the **barrel adjuster** at the rear mech half a turn anticlockwise, and try. Repeat until it climbs cleanly; half a turn back if it is slow coming down.

If only one sprocket skips under load, that sprocket is worn. If all of them do, look at whether the [hanger is bent](/sites/demo/ask).`,
    official: false,
    askedBy: 'Hugo',
    daysAgo: 35,
    answeredBy: 'tomas',
    phrasings: ['Indexing is off, chain jumps between gears'],
  },
  {
    key: 'hub-oil-change',
    language: 'en',
    category: 'Maintenance',
    title: 'How often does the hub gear of the Stork need oil?',
    answer: `Every **5,000 km or once a year**. You need the service kit (€22 or £19) with 25 ml of cleaning oil, 25 ml of oil, a syringe and a new plug screw.

It takes 20 minutes: drain, fill cleaning oil, ride one kilometre through all gears, drain overnight, fill again, screw to 0.5 Nm. A little sweating at the seal is normal; drops on the floor are not.`,
    official: true,
    askedBy: 'Walter',
    daysAgo: 82,
    answeredBy: 'tomas',
  },
  {
    key: 'leather-saddle',
    language: 'en',
    category: 'Maintenance',
    title: 'How do I look after the leather saddle?',
    answer: `Two thin layers of **saddle wax** in the first month, then one every six months, rubbed into the upper side and once into the underside. Let it dry away from the radiator.

Wet through? Let it dry slowly without sitting on it. Tension the nose bolt by a quarter of a turn only when you feel the rails, at most three times a year. Most saddles become comfortable between 300 and 600 km.`,
    official: true,
    askedBy: 'Penny',
    daysAgo: 56,
    answeredBy: 'mara',
  },
  {
    key: 'rust-frame',
    language: 'en',
    category: 'Maintenance',
    title: 'Will a steel frame rust, and what do I do about chips in the paint?',
    answer: `Not through: the tubes are coated inside and out. A chip gets a brown film, which is ugly and harmless for a season.

Rub the spot with fine paper, wipe it with alcohol, and dab on **touch-up paint** (€9 or £8; give us the frame number, we know your colour). If you ride by the sea or on winter salt, rinse the bicycle with a bucket of water, not with a pressure washer.`,
    official: true,
    askedBy: 'Ewan',
    daysAgo: 99,
    answeredBy: 'mara',
    phrasings: ['Scratched paint, will it rust?'],
  },
  {
    key: 'winter-storage',
    language: 'en',
    category: 'Maintenance',
    title: 'How should I store the bike over the winter?',
    answer: `Dry, clean, and with air in the tyres. Wash it by hand, oil the chain, wax the saddle, and hang it or turn the wheels once a month so that the tyres do not get flat spots.

A Tailwind battery wants to rest at **40–60 %** in a room between 10 and 20 °C. Top it up every two months. Winter is also when our [workshops](/demo/help.html#workshops) have time.`,
    official: false,
    askedBy: 'Birgit',
    daysAgo: 17,
    answeredBy: 'tomas',
  },
  {
    key: 'spoke-broke',
    language: 'en',
    category: 'Maintenance',
    title: 'A rear spoke broke on tour. Can I keep riding?',
    answer: `For a day or two, gently. Twist the broken spoke around its neighbour, move the heavy things to the front bags, and loosen the two neighbours by half a turn if the wheel rubs.

Three **spare spokes** are tied to the chainstay of every Heron since 2019; they are the right lengths, and a village shop can fit one in 20 minutes. If a second one breaks within 1,000 km, the wheel should be retensioned; we do it free of charge.`,
    official: true,
    askedBy: 'Karim',
    daysAgo: 22,
    answeredBy: 'tomas',
  },
  {
    key: 'tubeless',
    language: 'en',
    category: 'Maintenance',
    title: 'Can I ride tubeless on a Heron?',
    answer: `Yes. All rims since 2021 are taped and ready; you need valves, tubeless tyres and 60 ml of sealant per wheel. On older rims it holds badly and we advise against it.

For touring we still like tubes: a tube can be patched by candlelight. If you go tubeless, carry **one tube** and a tyre boot. We do the conversion for €55 or £48, tyres not included.`,
    official: false,
    askedBy: 'Rhys',
    daysAgo: 70,
    answeredBy: 'tomas',
  },
  {
    key: 'repair-for-life-what',
    language: 'en',
    category: 'Warranty and repair',
    title: 'What exactly is "repair for life"?',
    answer: `We mend **frames, forks, racks and bags that we made** without charging for labour, for as long as they exist. It belongs to the thing, not to the buyer, so second and third owners have it, too.

You pay parts at cost and postage. A frame that cracks from riding is mended at no cost at all. Bought-in parts such as chains and tyres are not included; they carry [two years of warranty](/demo/help.html#repair).`,
    official: true,
    askedBy: 'Laura',
    daysAgo: 401,
    answeredBy: 'mara',
    phrasings: ['Is there a lifetime guarantee?'],
  },
  {
    key: 'repair-how-start',
    language: 'en',
    category: 'Warranty and repair',
    title: 'How do I send something in for repair?',
    answer: `Write to us with three things: the **KC number**, what is wrong, and a photo. Within two working days you get a label, for a frame also a box.

Bags and racks are back within ten working days of arrival, frames in three to four weeks. If parts cost money, we write first and wait for your yes. You can also bring it to [Leipzig or Leeds](/demo/index.html#workshops) without an appointment.`,
    official: true,
    askedBy: 'Nils',
    daysAgo: 195,
    answeredBy: 'tomas',
    phrasings: ['Where do I send my broken pannier?'],
  },
  {
    key: 'find-serial',
    language: 'en',
    category: 'Warranty and repair',
    title: 'Where do I find the KC number?',
    answer: `It is "KC" and five digits, for example KC-03117.

- **Frame**: under the bottom bracket; turn the bicycle upside down and wipe.
- **Rack**: on the left stay, near the lower eye.
- **Bag**: on the cloth label in the inner pocket.

Worn away? Tell us roughly when and where it was bought. We repair it all the same and stamp a new number beside the old place.`,
    official: true,
    askedBy: 'Tessa',
    daysAgo: 128,
    answeredBy: 'tomas',
    phrasings: ['What is my frame number?', 'Where is the serial number?'],
  },
  {
    key: 'second-owner',
    language: 'en',
    category: 'Warranty and repair',
    title: 'I bought a used Heron. Does repair for life apply to me?',
    answer: `Yes, in full. You do not need the receipt and it does not matter how many owners there were before you.

Please **register the number in your name** by writing to us; it takes a minute. Then we can check that the bicycle was not reported stolen and reach you if we ever find a fault in a series. The two-year warranty on parts runs from the first sale.`,
    official: true,
    askedBy: 'Malik',
    daysAgo: 64,
    answeredBy: 'mara',
    phrasings: ['Is the lifetime repair transferable?'],
  },
  {
    key: 'crash-damage',
    language: 'en',
    category: 'Warranty and repair',
    title: 'A car hit me and the fork is bent. What do you charge?',
    answer: `First of all we hope that you are well. Please do not ride it any more.

Replacing a fork or a frame tube after a crash is a flat **€180 or £155**, new paint in one colour €240 or £210. Racks and bags: labour is free even after a crash. For the insurance we write an estimate with photos at no charge, usually within three working days of arrival.`,
    official: true,
    askedBy: 'Isabel',
    daysAgo: 87,
    answeredBy: 'mara',
    phrasings: ['How much is a new fork after an accident?'],
  },
  {
    key: 'crack-frame',
    language: 'en',
    category: 'Warranty and repair',
    title: 'I think there is a crack in my frame. Is it dangerous?',
    answer: `Stop riding until we have looked. Clean the spot, photograph it in low light from the side, and scratch gently with a fingernail: paint cracks stay smooth, cracks in steel catch the nail.

Send the photo and you get a first judgement **on the same working day**. If it is a crack from riding, collection, repair and paint are free. [This is what such a repair looks like](/demo/article.html).`,
    official: true,
    askedBy: 'Boris',
    daysAgo: 43,
    answeredBy: 'tomas',
  },
  {
    key: 'warranty-parts',
    language: 'en',
    category: 'Warranty and repair',
    title: 'My dynamo light failed after 14 months. Is that covered?',
    answer: `Yes. Bought-in parts carry **two years** against faults. Send a photo or a short video; we post the replacement at once and deal with the maker ourselves. Usually we do not need the old part back.

Not covered is what wear explains: pads, chains, tyres, cables, bearings after many kilometres. If we disagree about which of the two it is, you get the benefit of the doubt once.`,
    official: true,
    askedBy: 'Suki',
    daysAgo: 109,
    answeredBy: 'tomas',
    phrasings: ['Is my broken light under warranty?'],
  },
  {
    key: 'rack-bolt-check',
    language: 'en',
    category: 'Warranty and repair',
    title: 'I read about the cracked dropout. Should I check my Heron?',
    answer: `If it was made between **2019 and August 2026** and you carry more than 20 kg behind, yes. Take out the left rack bolt: it should be 16 mm long. Then look at the edge around the eyelet with a lamp.

Bolt too long? Write to us and two right ones are in the post. A line at the eyelet? Stop loading the rack and send a photo. [The whole story](/demo/article.html) is in the journal.`,
    official: true,
    askedBy: 'Joanna',
    daysAgo: 45,
    answeredBy: 'mara',
  },
  {
    key: 'repair-country',
    language: 'en',
    category: 'Warranty and repair',
    title: 'I live in the Gulf. How does repair for life work for me?',
    answer: `Bags and racks travel to Leipzig and back: we pay the way to us, you pay **€29** for the way back. Together with waiting for the courier it takes about four weeks.

For frames, shipping costs more than sense. We look at your photos, and if a good welder near you can do it, we send the tube or dropout, a drawing, and pay the bill up to €200. So far we work with people in Dubai, Doha and Muscat.`,
    official: true,
    askedBy: 'Salem',
    daysAgo: 57,
    answeredBy: 'mara',
  },
  {
    key: 'respray',
    language: 'en',
    category: 'Warranty and repair',
    title: 'Can I have my old frame repainted?',
    answer: `Yes, one colour from the card of 38 is **€240 or £210**, with the frame stripped, checked for cracks, coated inside and painted in three layers. Two colours or lining by hand is €60 or £50 more.

You send the bare frame and fork, or we take the bicycle apart and build it up again for €120 or £105. Allow five weeks in winter, eight from March to May.`,
    official: false,
    askedBy: 'Craig',
    daysAgo: 29,
    answeredBy: 'mara',
  },
  {
    key: 'stolen-bike',
    language: 'en',
    category: 'Warranty and repair',
    title: 'My bike was stolen. Can you help?',
    answer: `We are sorry. Send us the KC number (it is on your invoice) and the police reference, and we mark it as **stolen** the same day. If anybody brings it to us, asks for parts or wants to register it, we call you and the police.

We also write a value statement for your insurance at no charge. In twelve years eleven bicycles have come home that way.`,
    official: true,
    askedBy: 'Maya',
    daysAgo: 12,
    answeredBy: 'mara',
    phrasings: ['How do I report a stolen bicycle?'],
  },
  {
    key: 'spare-parts-how-long',
    language: 'en',
    category: 'Spare parts',
    title: 'How long do you keep spare parts?',
    answer: `For **fifteen years** after the last bicycle of a kind has left us. That covers everything we make ourselves and the small things that others stop making: hangers, cable guides, rack feet, buckles, hooks.

If we run out all the same, we make the part or find one that fits, and you pay what the old one cost. Give us the KC number and we know what was on your bicycle.`,
    official: true,
    askedBy: 'Gordon',
    daysAgo: 254,
    answeredBy: 'tomas',
  },
  {
    key: 'derailleur-hanger',
    language: 'en',
    category: 'Spare parts',
    title: 'Which derailleur hanger does my bike need?',
    answer: `Heron since 2016 and all Wrens: **KC-H1**. Heron before 2016: none, as it is part of the frame and can be bent back cold, which we do for free. Stork with a chain or belt: none.

It costs €18 or £16 and comes with the screw. Carry one on a long journey; it weighs 14 g and is the one thing that no village shop can find.`,
    official: true,
    askedBy: 'Luis',
    daysAgo: 113,
    answeredBy: 'tomas',
    phrasings: ['Bent rear mech hanger, what is the part number?'],
  },
  {
    key: 'brake-pads-which',
    language: 'en',
    category: 'Spare parts',
    title: 'Which brake pads fit?',
    answer: `Heron and Wren with cable discs: our set **KC-B2**, €16 or £14 a pair, resin with a brass wire. Stork with hydraulic discs: **KC-B4**, €19 or £17.

Change them when less than 1 mm of lining is left above the metal. On a loaded bicycle in hills that is about 2,500 km at the rear. Sintered pads last longer and are louder; we have both.`,
    official: true,
    askedBy: 'Frances',
    daysAgo: 61,
    answeredBy: 'tomas',
    phrasings: ['Replacement disc pads for Heron'],
  },
  {
    key: 'inner-tubes',
    language: 'en',
    category: 'Spare parts',
    title: 'What inner tube size do I need for each bike?',
    answer: `Heron: 622 × 35–50 mm. Wren: 584 × 38–50 mm. Stork: 584 × 50–62 mm. All have Presta valves with 40 mm stems, and a car valve does **not** fit through the rim.

A tube is €7 or £6. In shops they may be called 28 inch, 27.5 inch and 27.5 inch wide. A Heron tube works in a Wren in an emergency, with one fold.`,
    official: false,
    askedBy: 'Owain',
    daysAgo: 26,
    answeredBy: 'tomas',
  },
  {
    key: 'touch-up-paint',
    language: 'en',
    category: 'Spare parts',
    title: 'Can I buy touch-up paint in my colour?',
    answer: `Yes, a 12 ml pot with a brush is **€9 or £8**. Give us the frame number rather than the name of the colour: lichen, for example, has moved by half a shade since 2023, and we mix what is on yours.

It ships within Europe and the UK. To the Gulf it may not fly, so we put the paint into a pen, which may.`,
    official: true,
    askedBy: 'Caroline',
    daysAgo: 38,
    answeredBy: 'mara',
  },
  {
    key: 'rack-bolts-size',
    language: 'en',
    category: 'Spare parts',
    title: 'What size are the bolts of the rear rack?',
    answer: `At the dropouts **M6 × 16 mm**, at the seat stays M5 × 12 mm, both stainless with a fine washer. A bolt that is too long does not clamp the rack, even if it feels tight.

Every rack since September 2026 carries two spares in a bag on the left stay. A set of eight is €5 or £4. Tighten M6 to 8 Nm and M5 to 5 Nm, and [look again after 100 km](/demo/help.html#care).`,
    official: true,
    askedBy: 'Bilal',
    daysAgo: 50,
    answeredBy: 'tomas',
  },
  {
    key: 'old-model-parts',
    language: 'en',
    category: 'Spare parts',
    title: 'I have one of your first frames from 2012. Can I still get parts for it?',
    answer: `Nearly everything, because we chose standards that were old even then: threaded 68 mm bottom bracket, 27.2 mm seat post, 1 1/8 inch headset, 135 mm rear hub.

What differs is the rack: before 2014 the feet were 8 mm wide, and the set **KC-R0** (€12 or £11) adapts a new rack. Send the number; we like to hear from the early ones. No. 7 was here last year.`,
    official: false,
    askedBy: 'Trevor',
    daysAgo: 78,
    answeredBy: 'tomas',
  },
  {
    key: 'rack-capacity',
    language: 'en',
    category: 'Racks',
    title: 'How much can your racks carry?',
    answer: `**Perch** (rear) 30 kg, **Perch Low** (front, low) 15 kg, both tested at twice that load. On top of the Perch, without panniers, at most 10 kg, as weight up there makes any bicycle sway.

A good split for touring is 60 % behind, 40 % in front and low. The [limits of the bicycle](/demo/product.html#specs) apply as well: 180 kg in total for a Heron.`,
    official: true,
    askedBy: 'Imogen',
    daysAgo: 239,
    answeredBy: 'tomas',
    phrasings: ['Max load for the rear rack'],
  },
  {
    key: 'rack-fit-other-bike',
    language: 'en',
    category: 'Racks',
    title: 'Will the Perch rack fit my bike from another maker?',
    answer: `It fits if your frame has **eyelets** at the dropouts and on the seat stays, takes 26 to 29 inch wheels, and has up to 60 mm of tyre. Disc calipers outside the stays need the 15 mm spacer set (€8 or £7).

It does not fit frames with full suspension or carbon stays. Send a photo of the rear end from the side if you are not sure; we answer with yes, no or what to add.`,
    official: true,
    askedBy: 'Chiara',
    daysAgo: 117,
    answeredBy: 'tomas',
    phrasings: ['Is Perch compatible with my old bike?'],
  },
  {
    key: 'rack-no-eyelets',
    language: 'en',
    category: 'Racks',
    title: 'My frame has no eyelets. Is there any way to mount your rack?',
    answer: `At the top, yes: a clamp with eyes around the seat post (€19 or £17) replaces the stay eyelets. At the bottom we need eyelets or a special axle, because clamps on the stays slip under load and scratch.

For a steel frame we can **braze eyelets on** in Leipzig or Leeds: €45 or £40 for two, plus paint. On aluminium and carbon we do not do it.`,
    official: false,
    askedBy: 'Declan',
    daysAgo: 53,
    answeredBy: 'tomas',
  },
  {
    key: 'rack-tube-diameter',
    language: 'en',
    category: 'Racks',
    title: 'What is the tube diameter of the racks, and will other bags hang on it?',
    answer: `**10 mm** everywhere. Bags of all common makers hang on it; use the 10 mm inserts of their hooks, or the hooks rattle and wear the paint.

The lower rail is 52 mm below the upper one, so bags with a lower anchor hang without touching your heels. Heel clearance with 43 cm chainstays and shoe size 46 is 20 mm.`,
    official: true,
    askedBy: 'Yvonne',
    daysAgo: 36,
    answeredBy: 'tomas',
  },
  {
    key: 'low-rider-mount',
    language: 'en',
    category: 'Racks',
    title: 'Does the front rack work with any fork?',
    answer: `Perch Low needs a fork with **a threaded hole in the middle of each blade** and one at the dropout. All our forks have both. Forks for suspension or of carbon do not work.

On other rigid steel forks without the middle hole we use a pair of clamps (€24 or £21), and the load falls to 9 kg. It fits with disc brakes up to 180 mm and with a dynamo lamp in front.`,
    official: false,
    askedBy: 'Tim',
    daysAgo: 75,
    answeredBy: 'tomas',
  },
  {
    key: 'rack-colour',
    language: 'en',
    category: 'Racks',
    title: 'Can the rack be painted like my frame?',
    answer: `Yes. Ordered together with a frame in a custom colour, it is €40 or £35 and takes no longer. Afterwards it is €70 or £60 and three weeks, because it waits for the next frame in that colour.

The standard is black, baked on, and mends more easily: bag hooks rub through any paint sooner or later. Clear **protective tape** for the rail is in the box.`,
    official: false,
    askedBy: 'Elin',
    daysAgo: 15,
    answeredBy: 'mara',
  },
  {
    key: 'bags-waterproof',
    language: 'en',
    category: 'Bags',
    title: 'Are the panniers really waterproof?',
    answer: `Yes, as long as the roll top is folded **three times**. The outer cloth holds off rain; the welded liner inside holds off everything else. We sink one bag in every twenty into a tub for half an hour.

The Lunchbox has a zip under a flap and is rainproof, not waterproof: a downpour is fine, a river is not. If water gets into a Satchel, send it in; mending the liner is [free for life](/demo/index.html#repair).`,
    official: true,
    askedBy: 'Ffion',
    daysAgo: 208,
    answeredBy: 'mara',
    phrasings: ['Will my laptop stay dry in the rain?'],
  },
  {
    key: 'bag-hooks-fit',
    language: 'en',
    category: 'Bags',
    title: 'Do your panniers fit on other racks?',
    answer: `On any rail from **8 to 16 mm**. The inserts for 8, 10 and 12 mm are in the inner pocket; without an insert the hooks fit 16 mm. The lower anchor turns and slides, so that it finds a stay on nearly every rack.

E-bikes with flat 20 mm rails need the wide hook set (€14 or £12). The bag locks by itself and opens with the strap you carry it by.`,
    official: true,
    askedBy: 'Alice',
    daysAgo: 160,
    answeredBy: 'tomas',
    phrasings: ['Which tube diameter do the bag hooks need?'],
  },
  {
    key: 'bag-volume-trip',
    language: 'en',
    category: 'Bags',
    title: 'How many bags do I need for a three-week tour with a tent?',
    answer: `With a tent and a stove: two **Satchel 20** behind, two **Satchel 12** in front, and a Lunchbox for what you need by day: 71 litres together. They cost €474 and weigh about 4.1 kg.

Sleeping in beds, two Satchel 20 and the Lunchbox are enough. If it does not fit, leave something at home before you buy a fifth bag. It is the advice that sells us the least and is thanked for the most.`,
    official: false,
    askedBy: 'Daniela',
    daysAgo: 72,
    answeredBy: 'mara',
  },
  {
    key: 'bag-repair-hole',
    language: 'en',
    category: 'Bags',
    title: 'There is a hole in my pannier. Can I mend it myself?',
    answer: `A small one, yes. Clean both sides with alcohol, cut a **round patch** 2 cm larger than the hole from the repair set in the inner pocket, press it on for a minute, and wait an hour. It holds for years.

Longer than 5 cm or near a seam: send it to us. Labour is free, cloth costs €4 to €9, and it is back within ten working days.`,
    official: true,
    askedBy: 'Oskar',
    daysAgo: 34,
    answeredBy: 'tomas',
    phrasings: ['My pannier is torn'],
  },
  {
    key: 'bag-wash',
    language: 'en',
    category: 'Bags',
    title: 'How do I wash the bags?',
    answer: `By hand with lukewarm water, a soft brush and a little plain soap. Turn the liner out, rinse, and dry them open and upside down in the shade.

No washing machine and no tumble dryer: the heat loosens the welding. Old milk or a forgotten banana? One spoon of **baking soda** in a litre of water, overnight. Once a year a thin coat of textile wax brings back the beading; a tin is €12 or £11.`,
    official: true,
    askedBy: 'Priya',
    daysAgo: 46,
    answeredBy: 'mara',
    phrasings: ['How to clean panniers?'],
  },
  {
    key: 'bag-strap-lost',
    language: 'en',
    category: 'Bags',
    title: 'I lost a shoulder strap. Can I buy one on its own?',
    answer: `Yes. All small parts of the bags are sold singly: shoulder strap €15 or £13, buckle €3, hook set €14 or £12, anchor €6 or £5, Lunchbox bracket €22 or £19.

Below €10 we put it into an envelope with **free postage** within Europe and the UK. Bags from before 2017 have 20 mm straps instead of 25; tell us the KC number and you get the right one.`,
    official: true,
    askedBy: 'Henrik',
    daysAgo: 27,
    answeredBy: 'mara',
  },
  {
    key: 'lunchbox-mount',
    language: 'en',
    category: 'Bags',
    title: 'Does the Lunchbox bag fit on my handlebar?',
    answer: `The bracket holds on round bars from **25.4 to 31.8 mm**, carries 5 kg, and leaves room for brake hoods on drop bars from 40 cm. It does not fit aero or carbon bars.

With a lamp or computer in the middle, use the 60 mm extender (€16 or £14). A second bracket for another bicycle is €22 or £19. In size 49 with narrow bars the brake cables may touch the bag; there is a small roller for that in the box.`,
    official: true,
    askedBy: 'Stefan',
    daysAgo: 55,
    answeredBy: 'tomas',
  },
  {
    key: 'bag-made-where',
    language: 'en',
    category: 'Bags',
    title: 'Where are the bags made, and of what?',
    answer: `In **Leeds**, by six people in the room above the workshop. The outer cloth is canvas of recycled polyester, woven in Lancashire; the liner is a film without PVC; buckles and hooks come from Saxony.

Every seam is sewn, not only welded, so that it can be opened and closed again. The label in the inner pocket carries the name of whoever sewed it. Edie writes hers with a small crane.`,
    official: true,
    askedBy: 'Noemi',
    daysAgo: 140,
    answeredBy: 'mara',
  },
  {
    key: 'ebike-which-bikes',
    language: 'en',
    category: 'E-bike conversion',
    title: 'Can my bike be turned into an e-bike?',
    answer: `A **Heron since 2018** and a **Stork with a chain**: yes, with our Tailwind kit. A Wren, a Stork with a belt, and Herons before 2018: no, because the motor would meet the frame or the belt.

Tailwind is a motor in the middle, 250 W, with help up to 25 km/h. It costs €1,490 or £1,310 including fitting in Leipzig or Leeds, and takes three working days.`,
    official: true,
    askedBy: 'Rosalind',
    daysAgo: 185,
    answeredBy: 'tomas',
    phrasings: ['Do you make an electric Heron?'],
  },
  {
    key: 'ebike-range',
    language: 'en',
    category: 'E-bike conversion',
    title: 'How far does the Tailwind kit go on one charge?',
    answer: `The battery holds 500 Wh. In practice that is **60 km** loaded in the hills with a lot of help, and up to **110 km** on the flat with a little. Cold weather takes off about a fifth.

A full charge needs four and a half hours. The whole kit weighs 6.8 kg, and the bicycle still pedals freely when it is off or empty.`,
    official: true,
    askedBy: 'Clive',
    daysAgo: 94,
    answeredBy: 'tomas',
    phrasings: ['Battery range in kilometres'],
  },
  {
    key: 'ebike-law',
    language: 'en',
    category: 'E-bike conversion',
    title: 'Is a converted bike still legal on the road, without a licence?',
    answer: `In the EU, the UK, Switzerland and Norway, yes: 250 W, help only while you pedal, and only up to 25 km/h. That counts as a bicycle, without a plate or insurance.

We put a plate with the data on the frame and give you a **declaration of conformity**. Please do not unlock the speed: it ends the approval, the warranty, and in a crash your insurance.`,
    official: true,
    askedBy: 'Mirjam',
    daysAgo: 40,
    answeredBy: 'tomas',
  },
  {
    key: 'ebike-remove',
    language: 'en',
    category: 'E-bike conversion',
    title: 'Can the motor be taken off again?',
    answer: `Yes, in about an hour: the old bottom bracket goes back in, and nothing on the frame was drilled or welded. We do it for €60 or £52, or you do it with two special tools that we lend in the workshops.

Kept for later, the battery wants **40–60 %** of charge and a dry room. Some people ride with Tailwind in winter and without in summer.`,
    official: false,
    askedBy: 'Lorna',
    daysAgo: 23,
    answeredBy: 'tomas',
  },
  {
    key: 'ebike-gulf',
    language: 'en',
    category: 'E-bike conversion',
    title: 'Do you ship the electric kit to the Emirates?',
    answer: `No, and we are sorry. A 500 Wh battery may not travel as air freight with our courier, and by sea it takes ten weeks in heat that is bad for it.

If you ride in Europe and fly home, we can fit the kit here and **keep the battery** for your next visit at no charge. We do not sell the motor without the battery either.`,
    official: true,
    askedBy: 'Hessa',
    daysAgo: 30,
    answeredBy: 'mara',
  },
  {
    key: 'business-fleet',
    language: 'en',
    category: 'Business',
    title: 'Do you have prices for hotels and tour operators?',
    answer: `Yes. From **5 bicycles 8 %**, from **10 bicycles 12 %** off, racks and bags included, with payment within 30 days. Fleets get two services a year at €65 or £57 per bicycle, on your premises from ten bicycles up.

Tell us how many, which sizes, and when the season starts. Orders for April should reach us by the end of November; frames do not hurry.`,
    official: true,
    askedBy: 'Anneke',
    daysAgo: 147,
    answeredBy: 'mara',
    phrasings: ['Bulk order discount', 'Bikes for a rental company'],
  },
  {
    key: 'business-vat-id',
    language: 'en',
    category: 'Business',
    title: 'Can my company buy without VAT?',
    answer: `With a valid VAT number from **another EU country**, yes: enter it at checkout, it is checked on the spot, and the invoice is net. Companies in Germany and the UK pay VAT and reclaim it as usual.

For Norway, Switzerland and the Gulf, German VAT does not apply to anybody. If you forgot the number, write within 14 days and we correct the invoice.`,
    official: true,
    askedBy: 'Pawel',
    daysAgo: 69,
    answeredBy: 'mara',
  },
  {
    key: 'cycle-to-work',
    language: 'en',
    category: 'Business',
    title: 'Can I get a Heron through Cycle to Work or a company lease?',
    answer: `In the **UK** we work with all large Cycle to Work schemes; ask your employer whether the limit covers £2,150. In **Germany** we work with the usual leasing providers for company bikes; the employer signs, you ride, and after 36 months you can take it over.

Either way, write the provider's name in the order note instead of paying. We send the quote within one working day. Repair for life stays with the bicycle.`,
    official: true,
    askedBy: 'Natasha',
    daysAgo: 105,
    answeredBy: 'mara',
    phrasings: ['Company bike leasing'],
  },
  {
    key: 'dealer-shop',
    language: 'en',
    category: 'Business',
    title: 'We run a bike shop. Can we sell your bikes and bags?',
    answer: `**Bags and racks**: yes, we have about forty shops in nine countries. The first order is €800 net, after that any amount, at 35 % below the shop price.

**Bicycles** we only sell ourselves, because we want to meet the rider, at least in writing. But shops that stock our bags may take test bikes on loan for a month, and they get 6 % for every order that follows.`,
    official: false,
    askedBy: 'Marc',
    daysAgo: 42,
    answeredBy: 'mara',
  },
  {
    key: 'workshop-hours',
    language: 'en',
    category: 'Workshops',
    title: 'When are the workshops open?',
    answer: `- **Leipzig**, Kranichhof 4: Tuesday to Friday 10–18, Saturday 10–14.
- **Leeds**, 3 Heron Yard: Wednesday to Friday 10–18, Saturday 9–16.

Both are closed on Sunday, Monday and public holidays, and from 24 December to 2 January. Questions in writing are answered Monday to Friday 9–18 and Saturday 10–14, Leipzig time. [How to find us](/demo/index.html#workshops).`,
    official: true,
    askedBy: 'Kate',
    daysAgo: 260,
    answeredBy: 'mara',
    phrasings: ['Are you open on Saturday?', 'What are your opening hours?'],
  },
  {
    key: 'test-ride-book',
    language: 'en',
    category: 'Workshops',
    title: 'How do I book a test ride?',
    answer: `[Write to us](/demo/help.html#ask) with model, your inside leg, the place and two times that suit you. You get an answer the same working day.

A test ride lasts **90 minutes** and is free. Bring shoes you ride in, and your own pedals if you like. For a longer try, a weekend with a Heron is €60 or £50, bags included, and is taken off the price if you buy one within three months.`,
    official: true,
    askedBy: 'Arjun',
    daysAgo: 152,
    answeredBy: 'tomas',
    phrasings: ['Can I try a Heron before buying?'],
  },
  {
    key: 'loan-bike',
    language: 'en',
    category: 'Workshops',
    title: 'Do I get a bike to ride while mine is being serviced?',
    answer: `Yes, free of charge, if you **book the service** at least three working days ahead. They are older Herons and Wrens with a rack and lights; you leave an ID and bring it back with air in the tyres.

For frame repairs, which take three to four weeks, a loan bike is free for the first two weeks and €5 or £4 a day after that.`,
    official: true,
    askedBy: 'Sophie',
    daysAgo: 51,
    answeredBy: 'tomas',
  },
  {
    key: 'courses',
    language: 'en',
    category: 'Workshops',
    title: 'Do you run repair courses?',
    answer: `Three kinds, eight people at most:

- **Wheel building**, a Saturday from 10 to 17, €95 or £80; first Saturday of the month in Leipzig, third in Leeds. The wheel is yours.
- **On the road**, three evenings, €60 or £50: everything that breaks on tour.
- **Open bench**, Thursday from 18 to 20, free, bring your own problem.

Places open six weeks ahead. If one is full, ask us for the waiting list.`,
    official: true,
    askedBy: 'Marek',
    daysAgo: 83,
    answeredBy: 'mara',
    phrasings: ['Wheelbuilding class dates'],
  },
  {
    key: 'other-brands-service',
    language: 'en',
    category: 'Workshops',
    title: 'Do you service bikes from other makers?',
    answer: `In Leeds yes, in Leipzig only from November to February, when there is time. A full service is €109 or £95 instead of €89 or £78.

We do not work on suspension, electric motors of other makers, or carbon frames, because we would be learning on your bicycle. **Racks and bags** of ours on other bicycles are of course always repaired.`,
    official: true,
    askedBy: 'Lynn',
    daysAgo: 63,
    answeredBy: 'tomas',
  },
  {
    key: 'visit-factory',
    language: 'en',
    category: 'Workshops',
    title: 'Can we visit and see how frames are made?',
    answer: `Every **last Friday of the month at 15:00**, Leipzig, one hour, free, up to twelve people. Jule shows a frame from tube to paint, and you may braze two scraps together if you wear closed shoes.

Leeds shows the sewing room on the second Friday at 14:00. Groups and school classes are welcome on other days; [ask us](/sites/demo/ask) three weeks ahead. There is tea in both places.`,
    official: false,
    askedBy: 'Dieter',
    daysAgo: 24,
    answeredBy: 'mara',
  },
  {
    key: 'careers-jobs',
    language: 'en',
    category: 'Company',
    title: 'Are you hiring at the moment?',
    answer: `We are 23 people and take on one or two a year. Open places are on the door and in the journal. Right now: **a mechanic in Leeds**, four days a week, from February.

Write to jobs@kettleandcrane.example with half a page about yourself and a photo of something that you repaired. No certificates needed at first. Everybody gets an answer within two weeks, also a no.`,
    official: true,
    askedBy: 'Zoe',
    daysAgo: 98,
    answeredBy: 'mara',
    phrasings: ['Any vacancies for mechanics?'],
  },
  {
    key: 'apprenticeship',
    language: 'en',
    category: 'Company',
    title: 'Do you offer apprenticeships or internships?',
    answer: `In Leipzig, two apprentices start every **August** as bicycle mechanics, three and a half years, with school in Leipzig. Apply between November and February; we invite everyone who seems likely for three days on the bench.

Internships: two a year in each place, six weeks, paid. For school pupils there are two weeks in summer. English is enough in Leeds, and some German helps in Leipzig.`,
    official: true,
    askedBy: 'Luka',
    daysAgo: 49,
    answeredBy: 'mara',
  },
  {
    key: 'name-meaning',
    language: 'en',
    category: 'Company',
    title: 'Where does the name Kettle & Crane come from?',
    answer: `From the first workshop, in 2011: it had a stove with a kettle on it and a window on the meadows where cranes rest in October. Both were there before us.

The spout of the kettle in our sign is a crane's neck. People have asked us for a bicycle kettle ever since. We are still thinking about it. The bicycles are named after birds for the same reason: [Heron](/demo/product.html), Wren and Stork.`,
    official: false,
    askedBy: 'Fatima',
    daysAgo: 32,
    answeredBy: 'mara',
  },
  {
    key: 'sustainability',
    language: 'en',
    category: 'Company',
    title: 'How sustainable are your bikes, really?',
    answer: `The honest answer is that the best bicycle is the one you have. After that: a Heron causes about **190 kg of CO₂** until it leaves us, counted in 2025 by a bureau that is not ours, most of it in the steel and the tyres.

Repair is where we can do most. Last year we mended 1,312 things, so that they were not bought again. We offset nothing and print no leaves on anything.`,
    official: true,
    askedBy: 'Greta',
    daysAgo: 58,
    answeredBy: 'mara',
  },
  {
    key: 'press-photos',
    language: 'en',
    category: 'Company',
    title: 'I write about cycling. Can I get photos or borrow a bike for a test?',
    answer: `Yes to both. Photos are free to use with our name beside them. A test Heron or Stork goes out for **four weeks**, and we ask only that you send it back washed and tell us before you print numbers, so that we can check them.

We do not pay for articles and do not read them before they appear. Write to hello@kettleandcrane.example with dates and your size.`,
    official: false,
    askedBy: 'Alastair',
    daysAgo: 20,
    answeredBy: 'mara',
  },
  {
    key: 'newsletter',
    language: 'en',
    category: 'Company',
    title: 'Do you have a newsletter?',
    answer: `One letter a month, on the first Monday, with a journal piece, new **Second Nest** bicycles, and free places in courses. No pictures that load from elsewhere, and no counting of who opened it.

Sign up by ticking the box at checkout or by writing "letter" to hello@kettleandcrane.example. Every issue has a link at the end that stops it at once. Past ones are in the [journal](/demo/article.html).`,
    official: false,
    askedBy: 'Bea',
    daysAgo: 18,
    answeredBy: 'mara',
  },
  {
    key: 'privacy-data',
    language: 'en',
    category: 'Privacy',
    title: 'What data do you keep about me?',
    answer: `For an order: name, address, e-mail, what you bought, and the KC number. We keep it as long as tax law asks for, and the **number and your name** for as long as repair for life may need it, unless you tell us not to.

Card numbers stay with the payment provider. Questions that you ask here are deleted 24 months after the last message. We sell nothing to anybody.`,
    official: true,
    askedBy: 'Ingo',
    daysAgo: 170,
    answeredBy: 'mara',
    phrasings: ['GDPR, what do you store about me?'],
  },
  {
    key: 'privacy-help-window',
    language: 'en',
    category: 'Privacy',
    title: 'Does the help window on this site track me?',
    answer: `No. Until you open it and write something, it sets no cookie, stores nothing in your browser, and sends nothing about you. It runs on **our own server** in Leipzig; no other company is involved.

When you write, it keeps a random key in your browser so that you find your conversation again, and we see the page you asked from. You can delete the conversation at any time.`,
    official: true,
    askedBy: 'Tomke',
    daysAgo: 90,
    answeredBy: 'mara',
  },
  {
    key: 'privacy-delete',
    language: 'en',
    category: 'Privacy',
    title: 'How do I have my data deleted?',
    answer: `Write to privacy@kettleandcrane.example from the address that you used, or from the conversation itself. We confirm at once and are done within **seven days**.

Invoices we must keep as long as the law says; they are locked away and used for nothing else. If you wish, we keep the KC number without your name, so that the next owner still has repair for life.`,
    official: true,
    askedBy: 'Rafael',
    daysAgo: 60,
    answeredBy: 'mara',
    phrasings: ['Delete my account and data'],
  },
  {
    key: 'public-questions',
    language: 'en',
    category: 'Privacy',
    title: 'If I ask a question here, can everyone read it?',
    answer: `Only if you choose **public** and we approve it. Then your first name, the question and the answer appear, never your e-mail, address or order number. If you wrote one of those into the text, we take it out before it is shown.

Private questions stay between you, Mara and Tomás. You can turn a public question private later with one click.`,
    official: true,
    askedBy: 'Annette',
    daysAgo: 21,
    answeredBy: 'mara',
  },
];
