/** Kinds of faults that an import repairs. */
export type NoteKind = 'bytes' | 'controls' | 'entities' | 'encoding' | 'keys';

export interface Place {
  /** Where it stands, for who reads the report: a line, a number, a file. */
  row: string;
  reason: string;
}

/** The findings of one import besides its records. */
export interface ImportNotes {
  /** The number of each kind. */
  counts: Record<NoteKind, number>;
  /** The first places of each kind. */
  places: Place[];
  /** Records that could not be taken at all. */
  rejected: Place[];
}

/** Places that are listed of a kind; the others are counted. */
const maxPlaces = 20;

export const createNotes = (): ImportNotes => ({
  counts: { bytes: 0, controls: 0, entities: 0, encoding: 0, keys: 0 },
  places: [],
  rejected: [],
});

export const addNote = (notes: ImportNotes, kind: NoteKind, row: string, reason: string): void => {
  notes.counts[kind]++;
  if (notes.counts[kind] <= maxPlaces) notes.places.push({ row, reason });
};

const counted = (count: number, one: string, other: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : other}`];

/** The report's lines in words: first the places, then how much there was of each kind. */
export const describeNotes = ({ counts, places }: ImportNotes): string[] => {
  const parts = [
    ...counted(
      counts.bytes,
      'invalid byte sequence became � (if you know the file’s encoding, name it with --encoding)',
      'invalid byte sequences became � (if you know the file’s encoding, name it with --encoding)',
    ),
    ...counted(counts.controls, 'control character left out', 'control characters left out'),
    ...counted(counts.entities, 'unknown entity kept as written', 'unknown entities kept as written'),
    ...counted(counts.keys, 'page without an identifier', 'pages without an identifier'),
  ];
  return [
    ...places.map(({ row, reason }) => `noticed ${row}: ${reason}`),
    ...(parts.length ? [`In the file: ${parts.join(', ')}.`] : []),
  ];
};

/** A character that stands for nothing that can be read, as people name it. */
export const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
