// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import { DocumentStore } from './documents.ts';
import { Vocabulary } from './vocabulary.ts';

/** Documents copied between two pauses of a merge. */
const mergeStep = 200;

/** Copies living documents and the words they use, in the order of their numbers. */
export function* compacted(
  vocabulary: Vocabulary,
  documents: DocumentStore,
  outdated: () => boolean = () => false,
): Generator<void, { vocabulary: Vocabulary; documents: DocumentStore }> {
  const fresh = { vocabulary: new Vocabulary(), documents: new DocumentStore() };
  const renumbered = new Int32Array(vocabulary.words.length).fill(-1);
  const renumber = (word: number) => {
    if (renumbered[word]! < 0) renumbered[word] = fresh.vocabulary.add(vocabulary.words[word]!);
    return renumbered[word]!;
  };
  let head = -1;
  for (let number = 0; number < documents.count; number++) {
    if (documents.alive.values[number] === 1) {
      const oldHead = documents.headOf.values[number]!;
      const added = fresh.documents.add(
        documents.rowOf(number),
        documents.titleOf(number).map(renumber),
        documents.bodyOf(number).map(renumber),
        oldHead === number ? undefined : head,
      );
      if (oldHead === number) head = added;
    }
    if (number % mergeStep === mergeStep - 1) {
      yield;
      if (outdated()) break;
    }
  }
  return fresh;
}
