import { canonicalEmail } from '../core/emailAddress.ts';
import { hashSecret } from '../core/people/secrets.ts';
import type { Visitor } from '../core/people/visitors/visitor.ts';
import type { ResponseRow } from './queries.ts';
import type { Person } from './personKey.ts';

/**
 * The key of whom the site knows by an address or by an id of its own: the same behind a mail's link and in the
 * widget. A hash, so that a link tells nobody's address.
 */
export const knownKey = (siteId: string, name: string): string =>
  `mail ${hashSecret(`${siteId}\n${canonicalEmail(name)}`).slice(0, 22)}`;

/** The prefix of an anonymous visitor's key. */
const anonymous = 'visitor ';

/** A visitor as a person: known by an address that is theirs for certain, or by their signed name; by nothing that was only typed. */
export const personOf = (visitor: Visitor): Person => {
  const name = (visitor.emailVerified && visitor.email) || visitor.subject;
  return {
    key: name ? knownKey(visitor.siteId, name) : anonymous + visitor.id,
    visitor,
    isKnown: Boolean(name),
  };
};

/** True for an answer that a person gave: under their name of now, or in the same browser before they had one. */
export const isOf = (row: Pick<ResponseRow, 'person' | 'visitorId'>, { key, visitor }: Person): boolean =>
  row.person === key || (visitor !== null && row.visitorId === visitor.id);

/**
 * The last answer of each person. What somebody said before they signed in is theirs; two whom the site knows under
 * two names are never made one, whichever browser they share.
 * @param answers the oldest first
 */
export const latestOf = <Row extends Pick<ResponseRow, 'person' | 'visitorId'>>(
  answers: readonly Row[],
): Row[] => {
  const isAnonymous = ({ person }: Row): boolean => person.startsWith(anonymous);
  const names = new Map<string | null, string>();
  for (const answer of answers) if (!isAnonymous(answer)) names.set(answer.visitorId, answer.person);
  // Whose browser it is may have changed since: the visitor is the account now.
  const nameOf = (answer: Row): string =>
    isAnonymous(answer) && answer.visitorId !== null
      ? (names.get(answer.visitorId) ?? anonymous + answer.visitorId)
      : answer.person;
  return [...new Map(answers.map((answer) => [nameOf(answer), answer])).values()];
};
