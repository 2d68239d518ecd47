/** A comment of the demo's readers. Times count back from the seed's. */
export interface SeedComment {
  key: string;
  under?: string;
  /** Hours before now. */
  hours: number;
  name: string;
  /** A key of the demo's people, where the team answers. */
  by?: string;
  up?: number;
  body: string;
  waits?: 'first' | 'links';
  reports?: number;
}

/** Under the journal's article. */
export const articleComments: SeedComment[] = [
  {
    key: 'bolt',
    hours: 610,
    name: 'Wim de Groot',
    up: 14,
    body: 'Went out to the shed with a torch straight after reading. Mine is **19 mm**, from a hardware shop in Groningen. Two years, about 6,000 km with a loaded rack.\n\nNo crack that I can see, but I could wiggle the rack with one finger. Thank you for writing this down instead of hiding it.',
  },
  {
    key: 'bolt-team',
    under: 'bolt',
    hours: 606,
    name: '',
    by: 'mara',
    up: 6,
    body: 'Thank you for looking, Wim. Two bolts of 16 mm are in the post, with a washer each.\n\nOne more minute with the torch, please: look at the *back* of the eyelet, where the paint is thin. If there is a line as fine as a hair, stop riding it and write to us.',
  },
  {
    key: 'bolt-thanks',
    under: 'bolt-team',
    hours: 580,
    name: 'Wim de Groot',
    up: 3,
    body: 'Looked again with a magnifying glass. Clean. Bolts arrived this morning.',
  },
  {
    key: 'oil',
    hours: 560,
    name: 'Ottilie',
    up: 9,
    body: '> she oiled it in the evening instead of the morning\n\nTried this for a month. The chain stays quiet for twice as long. I feel a little foolish about the last thirty years.',
  },
  {
    key: 'oil-which',
    under: 'oil',
    hours: 548,
    name: '',
    up: 1,
    body: 'Which oil? I have only wax here and the nights are cold.',
  },
  {
    key: 'oil-answer',
    under: 'oil-which',
    hours: 530,
    name: 'Ottilie',
    up: 4,
    body: 'Anything that flows at 5 °C. What I do:\n\n- wipe the chain with a rag until the rag stays grey instead of black\n- one drop a roller, on the inside\n- turn the cranks backwards while counting to forty\n- hang a rag over it and go to bed',
  },
  {
    key: 'seam',
    hours: 320,
    name: 'Bashir',
    up: 21,
    body: 'My uncle makes awnings in Istanbul. I sent him the part about the seam. He says it is called a *felled* seam, that everybody knows it, and that he would like to see the photograph on your wall.',
  },
  {
    key: 'seam-team',
    under: 'seam',
    hours: 300,
    name: '',
    by: 'tomas',
    up: 11,
    body: 'Please tell him that it hangs between the window and the kettle, and that Edie salutes him. We will send a print if he would like one.',
  },
  {
    key: 'torque',
    hours: 95,
    name: 'L. Okafor',
    up: 2,
    body: 'For those who want a number: 6 Nm on the rack bolt, measured with the bags on. The lock washer matters more than the number.',
  },
  {
    key: 'light',
    hours: 20,
    name: 'Ingrid',
    body: 'Leaving a month earlier for the light is the best advice in the whole article.',
  },
  {
    key: 'first',
    hours: 3,
    name: 'Petra',
    waits: 'first',
    body: 'Is the new eyelet also on the small frames? I ride a 46 and there is not much room beside the brazing.',
  },
  {
    key: 'cheap',
    hours: 2,
    name: 'bike parts 4 u',
    waits: 'links',
    body: 'Great post!! Cheap racks and bolts here https://parts.example/racks best price',
  },
  {
    key: 'rude',
    hours: 40,
    name: 'Someone',
    reports: 1,
    body: 'If you cannot tell a 16 mm bolt from a 20 mm one, you should take the bus.',
  },
];
