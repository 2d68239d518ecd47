import type { PeersTexts } from './en.ts';

const texts: PeersTexts = {
  away: 'Η ομάδα μας λείπει αυτή τη στιγμή.',
  sooner: 'Ρωτήστε δημόσια: ίσως απαντήσουν πιο γρήγορα άλλοι.',
  median:
    'Αυτή την ώρα της ημέρας, οι μισές δημόσιες ερωτήσεις απαντώνται από άλλους επισκέπτες μέσα σε {duration}.',
  choose: 'Δημόσια ερώτηση',
  chosen: 'Ρωτάτε δημόσια.',
};
export default texts;
