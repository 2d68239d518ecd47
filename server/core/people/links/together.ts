import type { visitors } from '../visitors/tables.ts';

export type VisitorRow = typeof visitors.$inferSelect;

/** Columns of a visitor that say with whom they belong together, and who stands for their person. */
export type Placed = Pick<VisitorRow, 'id' | 'emailKey' | 'emailSigned' | 'emailVerifiedAt' | 'seenAt'>;

/** Two visitors whom the team takes for the same person. */
export interface Link {
  visitorId: string;
  otherId: string;
}

/** The address that is a visitor's for certain, in its one form; null for none. */
export const provenKey = ({
  emailKey,
  emailSigned,
  emailVerifiedAt,
}: Omit<Placed, 'id' | 'seenAt'>): string | null =>
  emailKey !== null && (emailSigned || emailVerifiedAt !== null) ? emailKey : null;

/** The order in which visitors stand for their person: who was seen last comes first. */
const bySeen = (one: Placed, other: Placed): number =>
  other.seenAt - one.seenAt || (one.id < other.id ? 1 : -1);

/**
 * Parts visitors into persons: who has shown the same address, or was linked by the team, belongs together, over however
 * many steps. The first of each person stands for them.
 */
export const partPersons = <Row extends Placed>(rows: readonly Row[], links: readonly Link[]): Row[][] => {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  const join = (one: string, other: string): void => {
    const [first, second] = [rootOf(one), rootOf(other)];
    if (first !== second) parents.set(first, second);
  };
  for (const row of rows) {
    const key = provenKey(row);
    if (key !== null) join(row.id, `address ${key}`);
  }
  for (const { visitorId, otherId } of links) join(visitorId, otherId);
  const persons = new Map<string, Row[]>();
  for (const row of rows) {
    const root = rootOf(row.id);
    const person = persons.get(root);
    if (person) person.push(row);
    else persons.set(root, [row]);
  }
  return [...persons.values()].map((person) => person.sort(bySeen));
};

/** A person as one visitor of theirs, who has what another of them is known by where they aren't. */
export const describePerson = (first: VisitorRow, rows: readonly VisitorRow[]): VisitorRow => {
  // Whatever the site signed of them goes before what an import said.
  const withSubject =
    [first, ...rows].find(({ subject, subjectImported }) => subject !== null && !subjectImported) ??
    [first, ...rows].find(({ subject }) => subject !== null);
  const withEmail = first.email === null ? rows.find(({ email }) => email !== null) : undefined;
  return {
    ...first,
    name: first.name ?? rows.find(({ name }) => name)?.name ?? null,
    subject: withSubject?.subject ?? null,
    subjectImported: withSubject?.subjectImported ?? false,
    ...(withEmail && {
      email: withEmail.email,
      emailKey: withEmail.emailKey,
      emailSigned: withEmail.emailSigned,
      emailVerifiedAt: withEmail.emailVerifiedAt,
    }),
  };
};
