/** The offer to ask in public while the team is away. */
const texts = {
  away: 'Our team is away right now.',
  sooner: 'Ask in public: others may answer sooner.',
  median:
    'At this time of day, half of all public questions are answered by other visitors within {duration}.',
  checked: 'Someone on our team looks at it before it appears.',
  choose: 'Ask in public',
  chosen: 'You’re asking in public.',
};
export default texts;

export type PeersTexts = typeof texts;
