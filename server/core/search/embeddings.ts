import { assertPresent } from '../assertPresent.ts';
import { deleteVectors, replaceVectors } from './writes.ts';
import { findVectors, findVectorSources } from './queries.ts';
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Connector } from '../net/connector.ts';
import type { Database } from '../db/database.ts';
import { BoundedMap } from '../boundedMap.ts';
import type { SearchDocument } from './engine/searchTypes.ts';
import type { Hit } from './hits.ts';
import type { Reranking, RerankingState } from './reranking.ts';

/** An OpenAI-compatible endpoint: `POST {url}` with `{model, input}`. */
export interface EmbeddingEndpoint {
  url: string;
  model: string;
  key: string | undefined;
}

/** Longest that a typed text's vector is waited for, milliseconds; then the words alone decide. */
export const queryTime = 150;
/** Time for a batch of documents, milliseconds; nobody waits for it. */
const batchTime = 20_000;
/** Texts sent at once. */
const batchSize = 64;
/** Documents of a site that get vectors at the most, so that a large import costs a bounded amount of the owner's money. */
const maxPrepared = 20_000;
/** After so many failures in a row the endpoint is left alone for a while, so that nobody waits in vain. */
const maxFailures = 3;
const restTime = 30_000;
/** The share of meaning in the order; the rest is what the words say. */
const meaningShare = 0.4;
/** Texts typed last whose vectors are kept: people delete letters and type them again. */
const mostKept = 500;
const longestReply = 16 * 1024 * 1024;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

const pack = (vector: Float32Array): string =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');

const unpack = (text: string): Float32Array => {
  const bytes = Buffer.from(text, 'base64');
  const vector = new Float32Array(Math.floor(bytes.length / 4));
  for (let index = 0; index < vector.length; index++) vector[index] = bytes.readFloatLE(index * 4);
  return vector;
};

/** Checks what an endpoint gave for one text and makes its length one. @throws Error when it is no vector */
const normalise = (given: unknown): Float32Array => {
  if (!Array.isArray(given) || given.length === 0 || !given.every((value) => Number.isFinite(value)))
    throw new Error('the embedding endpoint answered without vectors');
  const vector = Float32Array.from(given as number[]);
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
};

const cosine = (one: Float32Array, other: Float32Array): number => {
  if (one.length !== other.length) return 0;
  let sum = 0;
  // biome-ignore lint/style/noNonNullAssertion: a hot loop over vectors of one length
  for (let index = 0; index < one.length; index++) sum += one[index]! * other[index]!;
  return sum;
};

/** Asks the endpoint for one vector a text. @throws Error when it gives anything else */
const askEndpoint = async (
  { connector, endpoint }: Pick<EmbeddingParts, 'connector' | 'endpoint'>,
  texts: string[],
  time: number,
  stopped: AbortSignal,
): Promise<Float32Array[]> => {
  const { status, body } = await connector.post({
    url: endpoint.url,
    from: 'operator',
    headers: {
      'content-type': 'application/json',
      ...(endpoint.key && { authorization: `Bearer ${endpoint.key}` }),
    },
    body: JSON.stringify({ model: endpoint.model, input: texts, encoding_format: 'float' }),
    timeout: time,
    maxBytes: longestReply,
    signal: stopped,
  });
  if (status !== 200) throw new Error(`the embedding endpoint answered ${status}`);
  const { data } = JSON.parse(body) as { data?: { index?: number; embedding?: unknown }[] };
  if (!Array.isArray(data) || data.length !== texts.length)
    throw new Error('the embedding endpoint answered with another number of vectors');
  const found: Float32Array[] = [];
  for (const [place, item] of data.entries()) found[item.index ?? place] = normalise(item.embedding);
  return texts.map((_, place) => found[place] ?? normalise(undefined));
};

/** Documents whose vectors are not there, or are of other words. */
const findMissing = async (
  database: Database,
  siteId: string,
  model: string,
  documents: SearchDocument[],
): Promise<SearchDocument[]> => {
  const ids = documents.map(({ id }) => id);
  const rows = await findVectorSources(database, siteId, model, ids);
  const known = new Map(rows.map((row) => [row.id, `${row.source} ${row.groupId}`]));
  return documents.filter(({ id, title, group }) => known.get(id) !== `${hashOf(title)} ${group}`);
};

const titleOf = ({ title }: SearchDocument): string => title;

/** Stored vectors of documents. */
const rowsOf = (
  siteId: string,
  model: string,
  documents: SearchDocument[],
  vectors: Float32Array[],
  now: number,
) =>
  documents.map((document, place) => ({
    siteId,
    id: document.id,
    groupId: document.group,
    model,
    source: hashOf(document.title),
    vector: pack(assertPresent(vectors[place], 'each text has its vector')),
    createdAt: now,
  }));

/** Hits in the order of words and meaning together. */
const sortByMeaning = async (
  database: Database,
  siteId: string,
  model: string,
  hits: Hit[],
  asked: Float32Array,
): Promise<Hit[]> => {
  const groups = hits.map(({ group }) => group);
  const rows = await findVectors(database, siteId, model, groups);
  const nearest = new Map<string, number>();
  for (const row of rows) {
    const near = cosine(asked, unpack(row.vector));
    nearest.set(row.groupId, Math.max(near, nearest.get(row.groupId) ?? -1));
  }
  // Where one has no vector yet, the words' order of all is the fairer one.
  if (hits.some(({ group }) => !nearest.has(group))) return hits;
  const worth = (hit: (typeof hits)[number]) =>
    (1 - meaningShare) * hit.confidence + meaningShare * (nearest.get(hit.group) ?? 0);
  return [...hits].sort((one, other) => worth(other) - worth(one));
};

/** Leaves the endpoint alone for a while after failures in a row. */
const createRest = (clock: Clock, stopped: AbortSignal, onError: (error: unknown) => void) => {
  let failures = 0;
  let restUntil = 0;
  let answeredAt: number | null = null;
  let failedAt: number | null = null;
  let lastError: string | null = null;

  const isResting = (): boolean => clock.monotonic() < restUntil;
  const succeeded = (): void => {
    failures = 0;
    answeredAt = clock.now();
  };
  const failed = (error: unknown): void => {
    if (stopped.aborted) return;
    failures += 1;
    failedAt = clock.now();
    lastError = (error instanceof Error ? error.message : String(error)).slice(0, 200);
    if (failures >= maxFailures) restUntil = clock.monotonic() + restTime;
    onError(error);
  };

  const state = (): RerankingState => ({ answeredAt, failedAt, lastError, isResting: isResting() });

  return { isResting, succeeded, failed, state };
};

interface EmbeddingParts {
  connector: Connector;
  endpoint: EmbeddingEndpoint;
  database: Database;
  clock: Clock;
  /** Told of every failure, to be counted and logged. */
  onError(error: unknown): void;
}

/**
 * Orders what the words found by an outside endpoint's vectors, where the owner configured one. Whatever it does (slow,
 * gone, wrong), people get the answer of the words.
 */
export const createEmbeddings = (parts: EmbeddingParts): Reranking => {
  const { endpoint, database, clock, onError } = parts;
  const typed = new BoundedMap<string, Float32Array>(mostKept);
  const stopped = new AbortController();
  const { isResting, succeeded, failed, state } = createRest(clock, stopped.signal, onError);
  let work: Promise<void> = Promise.resolve();
  const embed = (texts: string[], time: number) => askEndpoint(parts, texts, time, stopped.signal);

  const storeBatch = async (siteId: string, documents: SearchDocument[]): Promise<void> => {
    const missing = await findMissing(database, siteId, endpoint.model, documents);
    if (missing.length === 0) return;
    const vectors = await embed(missing.map(titleOf), batchTime);
    const values = rowsOf(siteId, endpoint.model, missing, vectors, clock.now());
    await database.write((tx) => replaceVectors(tx, siteId, endpoint.model, values));
    succeeded();
  };

  const store = async (
    siteId: string,
    batches: AsyncIterable<SearchDocument[]> | Iterable<SearchDocument[]>,
  ): Promise<void> => {
    let prepared = 0;
    for await (const batch of batches)
      for (let start = 0; start < batch.length; start += batchSize) {
        if (stopped.signal.aborted || isResting() || prepared >= maxPrepared) return;
        const some = batch.slice(start, start + batchSize);
        prepared += some.length;
        await storeBatch(siteId, some);
      }
  };

  return {
    depth: 10,
    prepare(siteId, documents) {
      work = work.then(() => store(siteId, documents)).catch(failed);
    },
    replace(siteId, groups, documents) {
      work = work
        .then(async () => {
          const ids = documents.map(({ id }) => id);
          await database.write((tx) => [deleteVectors(tx, siteId, groups, ids)]);
          await store(siteId, [documents]);
        })
        .catch(failed);
    },
    async begin(text) {
      const wanted = text.trim().toLowerCase();
      const known = typed.get(wanted);
      if (known) return known;
      if (isResting()) return null;
      try {
        const [vector] = await embed([text.trim()], queryTime);
        succeeded();
        if (!vector) return null;
        typed.set(wanted, vector);
        return vector;
      } catch (error) {
        failed(error);
        return null;
      }
    },
    async finish(siteId, hits, meaning) {
      if (hits.length < 2) return hits;
      const asked = await meaning;
      if (!asked) return hits;
      try {
        return await sortByMeaning(database, siteId, endpoint.model, hits, asked);
      } catch (error) {
        onError(error);
        return hits;
      }
    },
    state,
    settled: () => work,
    async close() {
      stopped.abort(new Error('the search was closed'));
      await work;
    },
  };
};
