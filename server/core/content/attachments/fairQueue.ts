import { BoundedMap } from '../../boundedMap.ts';
import { Failure } from '../../http/failure.ts';

/** Whose turn it is: work of one address never holds up another's, and that of one site never another site's. */
export interface Turn {
  site: string;
  /** Key of a rate limit, see `address.ts`; or what stands for one where nobody called. */
  address: string;
}

/** How much may wait, counted in pieces of work. */
export interface QueueBounds {
  /** Worked on at once. */
  atOnce: number;
  perAddress: number;
  perSite: number;
  total: number;
}

interface Waiting extends Turn {
  start(): void;
}

/**
 * Does expensive work a few pieces at a time, in turn: sites one after the other, and within a site its addresses one
 * after the other. Whoever sends a hundred waits behind themselves.
 */
export interface FairQueue {
  /** @throws Failure `limited` when too much of the same address, of the site or of all waits; the work is not begun then */
  run<Result>(turn: Turn, work: () => Promise<Result>): Promise<Result>;
  /** Pieces that wait or are worked on. */
  readonly size: number;
}

/** Seconds after which who was refused may try again. */
const retryAfter = 5;
/** Sites and addresses whose last turn is remembered; who is forgotten counts as new, and comes first. */
const maxTurns = 20_000;

/** @param refusal what who is refused is told */
export const createFairQueue = (
  bounds: QueueBounds,
  refusal = 'Too many pictures are waiting to be processed. Try again shortly.',
): FairQueue => {
  const waiting: Waiting[] = [];
  /** Everything that was let in and has not ended. */
  const held: Turn[] = [];
  /** When a site, and an address on it, last had its turn, in turns. */
  const lastTurn = new BoundedMap<string, number>(maxTurns);
  let turns = 0;
  let working = 0;

  const siteKey = ({ site }: Turn): string => site;
  const addressKey = ({ site, address }: Turn): string => `${site}\n${address}`;
  const agesOf = (turn: Turn): [number, number] => [
    lastTurn.get(siteKey(turn)) ?? 0,
    lastTurn.get(addressKey(turn)) ?? 0,
  ];

  /** Takes out who waits longest for a turn: of sites first, then of addresses, then in the order of arrival. */
  const takeNext = (): Waiting | undefined => {
    let best = -1;
    let bestAges: [number, number] = [0, 0];
    for (const [place, each] of waiting.entries()) {
      const ages = agesOf(each);
      if (best >= 0 && (ages[0] - bestAges[0] || ages[1] - bestAges[1]) >= 0) continue;
      best = place;
      bestAges = ages;
    }
    return best < 0 ? undefined : waiting.splice(best, 1)[0];
  };
  const advance = (): void => {
    while (working < bounds.atOnce) {
      const next = takeNext();
      if (!next) break;
      working += 1;
      turns += 1;
      lastTurn.set(siteKey(next), turns);
      lastTurn.set(addressKey(next), turns);
      next.start();
    }
  };
  const refuseBeyond = (turn: Turn): void => {
    const count = (same: (other: Turn) => boolean): number => held.filter(same).length;
    const isFull =
      held.length >= bounds.total ||
      count(({ site }) => site === turn.site) >= bounds.perSite ||
      count((other) => addressKey(other) === addressKey(turn)) >= bounds.perAddress;
    if (isFull) throw new Failure('limited', refusal, { retryAfter });
  };

  return {
    get size() {
      return held.length;
    },
    async run(turn, work) {
      refuseBeyond(turn);
      held.push(turn);
      try {
        await new Promise<void>((start) => {
          waiting.push({ ...turn, start });
          advance();
        });
        try {
          return await work();
        } finally {
          working -= 1;
        }
      } finally {
        held.splice(held.indexOf(turn), 1);
        advance();
      }
    },
  };
};
