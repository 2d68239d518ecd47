import sharp from 'sharp';
import { newId, newSecret } from '../../../shared/core/ids.ts';

/** The server under attack, asked from addresses of one's choice: it believes what this proxy says of them. */
export interface Target {
  url: string;
  request(method: string, path: string, options: TargetOptions): Promise<Response>;
}

export interface TargetOptions {
  address: string;
  body?: object | Uint8Array;
  headers?: Record<string, string>;
}

/** The server's answers to a load: by status and, where it refused, the reason. */
export type Answers = Map<string, number>;

/** Something hostile that goes on until it is told to stop. A new kind is one entry in the list of attacker.ts. */
export interface Load {
  name: string;
  prepare(): Promise<void>;
  /** Runs until `isOver`. @param seen takes what each request came to; `lost` for what got no answer */
  run(target: Target, isOver: () => boolean, seen: (answer: string) => void): Promise<void>;
}

export const reasonOf = async (reply: Response): Promise<string> => {
  const body = (await reply.json().catch(() => ({}))) as { error?: { code?: string; fields?: object } };
  const fields = Object.values(body.error?.fields ?? {}).join();
  return [reply.status, body.error?.code, fields].filter(Boolean).join(' ');
};

/** The pause of an attacker who was refused for their rate, milliseconds. */
const refusedPause = 2_000;

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c33' } });

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });

/** Pictures that are small to send and dear to decode: some beyond the bounds, some just within them. */
export const pictureBombs = (addresses: number): Load => {
  let bombs: Uint8Array[] = [];
  return {
    name: 'picture bombs',
    async prepare() {
      bombs = [];
      for (const picture of [
        flat(4_000, 3_000).avif({ effort: 0 }),
        flat(5_000, 4_999).webp({ effort: 0 }),
        noise(3_990, 3_990).webp({ effort: 0, quality: 10 }),
        noise(2_400, 2_000).gif({ effort: 1 }),
        flat(5_000, 4_999).gif({ effort: 1 }),
        flat(7_000, 7_000).jpeg(),
        flat(4_990, 4_990).png(),
      ])
        bombs.push(new Uint8Array(await picture.toBuffer()));
    },
    async run(target, isOver, seen) {
      const attack = async (index: number): Promise<void> => {
        const address = `198.51.100.${index + 1}`;
        const secret = newSecret();
        const headers = { authorization: `Bearer ${secret}` };
        await target.request('POST', '/api/sites/bench/drafts', {
          address,
          headers,
          body: { kind: 'message' },
        });
        for (let turn = index; !isOver(); turn++)
          await target
            .request('POST', `/api/sites/bench/attachments?id=${newId()}&name=picture`, {
              address,
              headers,
              body: bombs[turn % bombs.length]!,
            })
            .then(async (reply) => {
              seen(await reasonOf(reply));
              // Flooding costs the machine that both share less than spinning would.
              if (reply.status === 429) await new Promise((resolve) => setTimeout(resolve, refusedPause));
            })
            .catch(() => seen('lost'));
      };
      // Six at once from each address.
      await Promise.all(Array.from({ length: addresses * 6 }, (_, index) => attack(index % addresses)));
    },
  };
};
