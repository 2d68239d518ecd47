/** Moderating comments on their page. */
const texts = {
  as: 'You’re moderating as {name}. Visitors don’t see this.',
  close: 'Close comments',
  open: 'Open comments',
  pin: 'Pin',
  unpin: 'Unpin',
  hide: 'Hide',
  hidden: 'Comment hidden.',
  undo: 'Undo',
  leave: 'Done',
  ended: 'This link has ended. Please open it from the inbox again.',
  failed: 'That didn’t work. Please try again.',
  enough: 'Three comments are pinned already. Unpin one first.',
  offline: 'You seem to be offline.',
};
export default texts;

export type ModeratingTexts = typeof texts;
