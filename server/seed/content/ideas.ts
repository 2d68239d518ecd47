import type { IdeaStatus } from '../../../shared/ideas/states.ts';

/** Ideas of the demo company's customers, those with the most votes first. */
export const ideas: {
  key: string;
  title: string;
  details: string;
  name: string;
  votes: number;
  daysAgo: number;
  /** Not yet looked at by the team. */
  waits?: true;
  steps: { status: IdeaStatus; note: string; daysAgo: number }[];
  /** Conversations in which it was asked for. */
  askedIn: string[];
}[] = [
  {
    key: 'rain cover',
    title: 'A rain cover for the child seat on the Stork',
    details:
      'We ride to kindergarten all year. A cover that closes at the front, with a window, would mean we could leave the car at home in November too.',
    name: 'Marta',
    votes: 64,
    daysAgo: 118,
    steps: [
      { status: 'planned', note: 'We’re testing two fabrics this winter.', daysAgo: 60 },
      {
        status: 'started',
        note: 'The first samples are on three bikes of our own. **One question for you:** should it fold away, or come off?',
        daysAgo: 12,
      },
    ],
    askedIn: ['dubai-before-eid', 'mudguard-rattle'],
  },
  {
    key: 'evening hours',
    title: 'Keep the workshop open one evening a week',
    details: 'I work until six, and so does everyone I know.',
    name: 'Jonas',
    votes: 47,
    daysAgo: 90,
    steps: [
      {
        status: 'done',
        note: 'Thursdays until 20:00, from this month on. [Book a slot](/demo/help.html) before you come by.',
        daysAgo: 6,
      },
    ],
    askedIn: ['anon-bag-smell'],
  },
  {
    key: 'belt drive',
    title: 'A belt drive for the Wren',
    details: 'No oil, no chain guard, no trousers to roll up. I’d pay for it.',
    name: 'Ruairi',
    votes: 38,
    daysAgo: 75,
    steps: [{ status: 'planned', note: 'It’ll come with the next frame, in spring.', daysAgo: 20 }],
    askedIn: [],
  },
  {
    key: 'torque on frame',
    title: 'Print the torque of each bolt on the frame',
    details: '',
    name: '',
    votes: 21,
    daysAgo: 41,
    steps: [],
    askedIn: ['mudguard-rattle'],
  },
  {
    key: 'radio tracker',
    title: 'A tracker in the frame that reports theft',
    details: 'Mine was stolen from a locked yard. A hidden tracker would help the police find it.',
    name: 'Omar',
    votes: 33,
    daysAgo: 64,
    steps: [
      {
        status: 'declined',
        note: 'A tracker needs a battery that outlives the warranty, and there isn’t one we’d trust inside a welded tube. We’ll help you fit one under the saddle instead: ask us about it.',
        daysAgo: 30,
      },
    ],
    askedIn: [],
  },
  {
    key: 'spare parts kit',
    title: 'A small box of spare parts for touring',
    details: 'Two spokes, a gear cable, a quick link, brake pads. Packed for the model I own.',
    name: 'Lena',
    votes: 17,
    daysAgo: 22,
    steps: [],
    askedIn: [],
  },
  {
    key: 'colour',
    title: 'More colours than slate and moss',
    details: 'Something warm, please.',
    name: 'Ada',
    votes: 9,
    daysAgo: 9,
    steps: [],
    askedIn: [],
  },
  {
    key: 'bell',
    title: 'A louder bell',
    details: 'Nobody hears mine over the tram.',
    name: 'Pit',
    votes: 1,
    daysAgo: 1,
    waits: true,
    steps: [],
    askedIn: [],
  },
];
