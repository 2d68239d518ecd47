import type { Audience } from '../../../shared/articles/schema.ts';
import type { SeedStaffKey } from './types.ts';

/** Articles of the demo company, in their order within each topic. */
export const articles: {
  key: string;
  category: string;
  audience: Audience;
  by: SeedStaffKey;
  daysAgo: number;
  /** The original first. */
  texts: Record<string, { title: string; body: string }>;
}[] = [
  {
    key: 'first hour',
    category: 'Assembly',
    audience: 'public',
    by: 'tomas',
    daysAgo: 64,
    texts: {
      en: {
        title: 'From the box to the road: your first hour',
        body: `Your bike comes with gears, brakes and lights set. What’s left takes half an hour, with the tools in the lid of the box.

## What goes on, and how tight

| Part | Tool | Torque |
| --- | --- | --- |
| Front wheel | by hand | close the axle fully |
| Stem, at the bar | 4 mm Allen key | 5 Nm |
| Stem, at the steerer | 5 mm Allen key | 6 Nm |
| Seat post clamp | 5 mm Allen key | 6 Nm |
| Pedals | 15 mm spanner | 35 Nm |

> [!WARNING]
> The left pedal turns the other way. If it won’t go in by hand, it’s the right one.

## Before the first ride

1. Pull both brakes hard. The levers stop a finger’s width before the bar.
2. Lift the front and hit the wheel from above. Nothing moves.
3. Find an empty road and brake from 25 km/h almost to a standstill, twenty times with each brake.

::: details The front brake rubs. What now?
The wheel isn’t quite at the bottom of the dropouts. Stand the bike on the ground, open the axle, push down on the bar, and close it again.
:::

> [!TIP]
> Put “check all bolts” into your calendar for the day on which you’ll have ridden 100 km.`,
      },
      de: {
        title: 'Aus dem Karton auf die Straße: deine erste Stunde',
        body: `Schaltung, Bremsen und Licht sind eingestellt. Der Rest dauert eine halbe Stunde, mit dem Werkzeug aus dem Deckel des Kartons.

## Was angebaut wird, und wie fest

| Teil | Werkzeug | Drehmoment |
| --- | --- | --- |
| Vorderrad | von Hand | Achse ganz schließen |
| Vorbau, am Lenker | Inbus 4 mm | 5 Nm |
| Vorbau, am Schaft | Inbus 5 mm | 6 Nm |
| Sattelklemme | Inbus 5 mm | 6 Nm |
| Pedale | Schlüssel 15 mm | 35 Nm |

> [!WARNING]
> Das linke Pedal dreht andersherum. Wenn es von Hand nicht hineingeht, ist es das rechte.

## Vor der ersten Fahrt

1. Zieh beide Bremsen kräftig. Die Hebel halten eine Fingerbreite vor dem Lenker.
2. Heb das Rad vorn an und schlag von oben auf den Reifen. Nichts bewegt sich.
3. Such dir eine leere Straße und brems aus 25 km/h fast bis zum Stand, zwanzigmal mit jeder Bremse.

::: details Die Vorderbremse schleift. Was nun?
Das Rad sitzt nicht ganz unten in den Ausfallenden. Stell das Rad auf den Boden, öffne die Achse, drück auf den Lenker und schließ sie wieder.
:::

> [!TIP]
> Trag dir „alle Schrauben prüfen“ für den Tag ein, an dem du 100 km gefahren bist.`,
      },
    },
  },
  {
    key: 'year of care',
    category: 'Maintenance',
    audience: 'public',
    by: 'tomas',
    daysAgo: 40,
    texts: {
      en: {
        title: 'A year with your bike: what to do, and when',
        body: `Ten minutes a month do most of the work. The rest we do once a year.

| When | What | How long |
| --- | --- | --- |
| Every week | Squeeze the tires, pull the brakes | 1 minute |
| Every month | Oil the chain, look at the pads, tighten the rack bolts | 10 minutes |
| Every 3,000 to 5,000 km | A new chain | 20 minutes |
| Every year or 5,000 km | A full service with us | 5 working days |

> [!TIP]
> Oil the chain in the evening and wipe it in the morning: the oil has gone where it’s needed, and the rest would only collect dirt.

## When winter comes

Rinse salt off with a bucket, never with a pressure washer: it pushes water into the bearings. Then oil the chain.

::: details How do I measure whether the chain is worn?
Without a gauge: measure twelve links, pin to pin. A new chain has 304.8 mm; at 306.3 mm it’s time. Changed on time, a cassette lasts three chains.
:::`,
      },
    },
  },
  {
    key: 'frame size guide',
    category: 'Sizing',
    audience: 'public',
    by: 'mara',
    daysAgo: 22,
    texts: {
      en: {
        title: 'Find your frame in five minutes',
        body: `You need a wall, a thin hardback book and a tape measure. Height says little: two people of 175 cm can need two sizes.

## Measure

Stand barefoot against the wall. Pull the book up between your legs as firmly as a saddle would sit, spine up and level. Mark the wall at its upper edge, and measure from the floor. Do it three times.

> [!NOTE]
> Trouser sizes are 4 to 8 cm shorter than this number.

## Choose

| Inside leg | Heron |
| --- | --- |
| 74–79 cm | 49 |
| 77–82 cm | 52 |
| 80–86 cm | 55 |
| 84–90 cm | 58 |
| 88–95 cm | 61 |

::: details I’m between two sizes
Take the smaller one for loaded touring, and the larger one if you like to sit upright.
:::`,
      },
    },
  },
  {
    key: 'return labels inside',
    category: 'Returns',
    audience: 'internal',
    by: 'mara',
    daysAgo: 12,
    texts: {
      en: {
        title: 'Return labels: when we pay anyway',
        body: `We pay for a return label from any country, without asking Mara, when

- something is faulty or the wrong thing was sent,
- the order is late by more than ten working days, or
- a bike comes back within its 150 km.

| Value of the order | Who decides about everything else |
| --- | --- |
| up to €200 | you |
| up to €1,000 | Tomás |
| more | Mara |

> [!WARNING]
> From the Gulf the carrier collects bicycles only with a customs form. Send it together with the label.`,
      },
    },
  },
];

/** Searches of the demo's visitors that ended in a question, or in nothing. */
export const missedSearches: { text: string; daysAgo: number; wasShown: boolean }[] = [
  { text: 'Do you rent bikes for a weekend?', daysAgo: 2, wasShown: true },
  { text: 'Can I rent a bike for the weekend?', daysAgo: 5, wasShown: true },
  { text: 'rent bikes weekend Leipzig', daysAgo: 9, wasShown: true },
  { text: 'Do you sponsor school races?', daysAgo: 3, wasShown: false },
  { text: 'sponsoring a school race', daysAgo: 17, wasShown: false },
];
