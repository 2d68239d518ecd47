import { chooseWeightsSteps } from './gate.ts';
import { SearchIndex } from './searchIndex.ts';
import type { Weights } from './weights.ts';
import type { Change, Replies, Request } from './workerMessages.ts';

/** Milliseconds of building between two looks at the queue. */
const slice = 4;

/** An index on its way: being fed, then deriving its tables in steps; and the changes that reached it meanwhile. */
interface Build {
  index: SearchIndex;
  pending: Change[];
  steps?: Generator<void, SearchIndex>;
  finish?: (reply: { documents: number }) => void;
  fail?: (error: unknown) => void;
}

/**
 * Holds the indexes of many sites under one memory budget. Long work is cut into slices by `work`, so that a
 * search waits for one slice at most; while an index is rebuilt its predecessor answers.
 */
export class IndexHost {
  /** In order of use, least recent first. */
  private readonly indexes = new Map<string, SearchIndex>();
  private readonly builds = new Map<string, Build>();
  private readonly merges = new Map<string, Generator<void, boolean>>();
  /** Choices of weights under way, with the index that they are for. */
  private readonly gates = new Map<string, { index: SearchIndex; steps: Generator<void, Weights> }>();
  private readonly memoryBudgetBytes: number;

  constructor(memoryBudgetBytes: number) {
    this.memoryBudgetBytes = memoryBudgetBytes;
  }

  /** True while there is sliced work left. */
  get busy(): boolean {
    if (this.merges.size > 0 || this.gates.size > 0) return true;
    for (const build of this.builds.values()) if (build.steps) return true;
    return false;
  }

  /** Answers a request: what derives tables when that is done, all others at once. */
  async handle(request: Request): Promise<Replies[keyof Replies]> {
    switch (request.type) {
      case 'begin':
        return this.begin(request.key);
      case 'feed':
        return this.feed(request);
      case 'finish':
        return this.finish(request.key);
      case 'abandon':
        return this.abandon(request.key, 'abandoned');
      case 'restore':
        return this.restore(request.key, request.bytes);
      case 'apply':
        return { known: this.apply(request.key, request.changes) };
      case 'search':
        return { results: this.use(request.key)?.search(request.text, request.options) ?? null };
      case 'persist':
        return { bytes: this.indexes.get(request.key)?.serialise() ?? null };
      case 'drop':
        return { known: this.drop(request.key) };
      case 'statistics':
        return this.statistics();
    }
  }

  /** Does sliced work for a few milliseconds. Errors go to the request that asked for the work. */
  work(): void {
    const end = performance.now() + slice;
    while (performance.now() < end) {
      const deriving = [...this.builds].find(([, build]) => build.steps);
      if (deriving) this.advance(deriving[0], deriving[1]);
      else if (!this.advanceMerge() && !this.advanceGate()) return;
    }
  }

  private begin(key: string): Replies['begin'] {
    this.abandon(key, 'replaced by a newer one');
    this.builds.set(key, { index: new SearchIndex({ mergeAutomatically: false }), pending: [] });
    return {};
  }

  private feed(request: Extract<Request, { type: 'feed' }>): Replies['feed'] {
    const build = this.builds.get(request.key);
    if (!build || build.steps) return { known: false };
    for (const document of request.documents) build.index.prepare(document);
    return { known: true };
  }

  private finish(key: string): Promise<Replies['finish']> {
    const build = this.builds.get(key);
    if (!build || build.steps) throw new Error('search index: there is no such build to finish');
    return this.derive(build, derived(build.index));
  }

  private restore(key: string, bytes: Uint8Array): Promise<Replies['restore']> {
    this.begin(key);
    return this.derive(
      this.builds.get(key) as Build,
      SearchIndex.restoreSteps(bytes, { mergeAutomatically: false }),
    );
  }

  private derive(build: Build, steps: Generator<void, SearchIndex>): Promise<{ documents: number }> {
    return new Promise((resolve, reject) => Object.assign(build, { steps, finish: resolve, fail: reject }));
  }

  private advance(key: string, build: Build): void {
    try {
      const step = build.steps?.next();
      if (!step?.done) return;
      const index = step.value;
      for (const change of build.pending) applyTo(index, change);
      this.builds.delete(key);
      this.merges.delete(key);
      this.indexes.delete(key);
      this.indexes.set(key, index);
      this.gates.set(key, { index, steps: chooseWeightsSteps(index, index.linked()) });
      this.scheduleMerge(key);
      this.evict(key);
      build.finish?.({ documents: index.size });
    } catch (error) {
      this.builds.delete(key);
      build.fail?.(error);
    }
  }

  private advanceMerge(): boolean {
    const [key, steps] = this.merges.entries().next().value ?? [];
    if (key === undefined || !steps) return false;
    if (!steps.next().done) return true;
    this.merges.delete(key);
    this.scheduleMerge(key);
    return true;
  }

  private advanceGate(): boolean {
    const [key, gate] = this.gates.entries().next().value ?? [];
    if (key === undefined || !gate) return false;
    // The index may have been dropped or replaced meanwhile.
    if (this.indexes.get(key) !== gate.index) return this.gates.delete(key);
    const step = gate.steps.next();
    if (!step.done) return true;
    gate.index.useWeights(step.value);
    return this.gates.delete(key);
  }

  private apply(key: string, changes: readonly Change[]): boolean {
    const index = this.indexes.get(key);
    const build = this.builds.get(key);
    build?.pending.push(...changes);
    if (index) {
      for (const change of changes) applyTo(index, change);
      this.scheduleMerge(key);
    }
    return index !== undefined || build !== undefined;
  }

  private scheduleMerge(key: string): void {
    const index = this.indexes.get(key);
    if (!index?.mergeDue || this.merges.has(key)) return;
    this.merges.set(key, index.mergeSteps());
    this.evict(key);
  }

  private use(key: string): SearchIndex | undefined {
    const index = this.indexes.get(key);
    if (!index) return undefined;
    this.indexes.delete(key);
    this.indexes.set(key, index);
    return index;
  }

  private drop(key: string): boolean {
    const building = this.builds.has(key);
    this.abandon(key, 'dropped');
    this.merges.delete(key);
    return this.indexes.delete(key) || building;
  }

  private abandon(key: string, reason: string): Replies['abandon'] {
    const build = this.builds.get(key);
    this.builds.delete(key);
    build?.fail?.(new Error(`search index: the build was ${reason}`));
    return {};
  }

  /** Drops the least recently used indexes until the rest fits; the one in hand always stays. */
  private evict(keep: string): void {
    let total = this.statistics().memoryBytes;
    for (const [key, index] of this.indexes) {
      if (total <= this.memoryBudgetBytes) return;
      if (key === keep) continue;
      total -= index.memoryBytes;
      this.indexes.delete(key);
      this.merges.delete(key);
    }
  }

  private statistics(): Replies['statistics'] {
    const indexes = [...this.indexes].map(([key, index]) => ({
      key,
      documents: index.size,
      memoryBytes: index.memoryBytes,
    }));
    return { indexes, memoryBytes: indexes.reduce((sum, index) => sum + index.memoryBytes, 0) };
  }
}

function* derived(index: SearchIndex): Generator<void, SearchIndex> {
  yield* index.deriveSteps();
  return index;
}

function applyTo(index: SearchIndex, change: Change): void {
  if ('add' in change) index.add(change.add);
  else if ('remove' in change) index.remove(change.remove);
  else index.removeGroup(change.removeGroup);
}
