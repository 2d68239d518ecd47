import { BoundedMap } from '../../boundedMap.ts';
import { Failure } from '../../http/failure.ts';

/** A turn in the queue: work of one address never holds up another's, and that of one site never another site's. */
export interface Turn {
  site: string;
  /** Key of a rate limit, see `address.ts`; or what stands for one where nobody called. */
  address: string;
}

/** Bounds of a queue, counted in pieces of work. */
export interface QueueBounds {
  /** Worked on at once. */
  atOnce: number;
  perAddress: number;
  perSite: number;
  total: number;
}

interface Waiting {
  turn: Turn;
  start(): void;
  refuse(): void;
}

/**
 * Does expensive work a few pieces at a time, in turn: sites one after the other, and within a site its addresses one
 * after the other. Whoever sends a hundred waits behind themselves, and makes room for others when all places are taken.
 */
export interface FairQueue {
  /**
   * @throws Failure `limited` when too much of the same address waits, or when all places are taken and another, who has
   *   fewer, came for one; the work is not begun then
   */
  run<Result>(turn: Turn, work: () => Promise<Result>): Promise<Result>;
  /** Pieces that wait or are worked on. */
  readonly size: number;
}

/** Seconds after which who was refused may try again. */
const retryAfter = 5;
/** Sites and addresses whose last turn is remembered; who is forgotten counts as new, and comes first. */
const maxTurns = 20_000;

const addressKey = ({ site, address }: Turn): string => `${site}\n${address}`;

/** When sites, and addresses on them, last had their turn. */
const createTurns = () => {
  const lastTurn = new BoundedMap<string, number>(maxTurns);
  let turns = 0;
  return {
    /** Of the site first, then of the address. */
    agesOf: (turn: Turn): [number, number] => [
      lastTurn.get(turn.site) ?? 0,
      lastTurn.get(addressKey(turn)) ?? 0,
    ],
    take(turn: Turn): void {
      turns += 1;
      lastTurn.set(turn.site, turns);
      lastTurn.set(addressKey(turn), turns);
    },
  };
};

/**
 * Takes out the last that waits of the address with the most among those that are counted.
 * @returns nothing when nobody has more than the newcomer would
 */
const takeLastOfMost = (
  waiting: Waiting[],
  counted: readonly Turn[],
  newcomer: Turn,
): Waiting | undefined => {
  const places = new Map<string, number>();
  for (const each of counted) places.set(addressKey(each), (places.get(addressKey(each)) ?? 0) + 1);
  const [most, count] = [...places].reduce((one, other) => (other[1] > one[1] ? other : one), ['', 0]);
  if (count <= (places.get(addressKey(newcomer)) ?? 0) + 1) return undefined;
  const last = waiting.findLastIndex(({ turn }) => addressKey(turn) === most);
  return last < 0 ? undefined : waiting.splice(last, 1)[0];
};

/** @param refusal what who is refused is told */
export const createFairQueue = (
  bounds: QueueBounds,
  refusal = 'Too many pictures are waiting to be processed. Try again shortly.',
): FairQueue => {
  const waiting: Waiting[] = [];
  /** Everything that was let in and has not ended. */
  const held: Turn[] = [];
  const turns = createTurns();
  let working = 0;

  /** Takes out who waits longest for a turn: of sites first, then of addresses, then in the order of arrival. */
  const takeNext = (): Waiting | undefined => {
    let best = -1;
    let bestAges: [number, number] = [0, 0];
    for (const [place, { turn }] of waiting.entries()) {
      const ages = turns.agesOf(turn);
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
      turns.take(next.turn);
      next.start();
    }
  };
  const limited = (): Failure => new Failure('limited', refusal, { retryAfter });
  const letGo = (turn: Turn): void => {
    const place = held.indexOf(turn);
    if (place >= 0) held.splice(place, 1);
  };
  const makeRoom = (turn: Turn, counted: readonly Turn[]): boolean => {
    const refused = takeLastOfMost(waiting, counted, turn);
    if (!refused) return false;
    letGo(refused.turn);
    refused.refuse();
    return true;
  };
  const refuseBeyond = (turn: Turn): void => {
    if (held.filter((other) => addressKey(other) === addressKey(turn)).length >= bounds.perAddress)
      throw limited();
    const ofSite = held.filter(({ site }) => site === turn.site);
    const isFull = ofSite.length >= bounds.perSite || held.length >= bounds.total;
    if (isFull && !makeRoom(turn, ofSite.length >= bounds.perSite ? ofSite : held)) throw limited();
  };

  return {
    get size() {
      return held.length;
    },
    async run(given, work) {
      // Its own: two pieces may come with the same object.
      const turn = { ...given };
      refuseBeyond(turn);
      held.push(turn);
      try {
        await new Promise<void>((start, reject) => {
          waiting.push({ turn, start, refuse: () => reject(limited()) });
          advance();
        });
        try {
          return await work();
        } finally {
          working -= 1;
        }
      } finally {
        letGo(turn);
        advance();
      }
    },
  };
};
