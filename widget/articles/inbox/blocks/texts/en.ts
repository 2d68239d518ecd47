import type { TextsLike } from '../../../../core/text/fill.ts';

const english = {
  lead: 'Texts that several articles share, written once. Change one here, and every article that uses it follows within a minute.',
  add: 'New block',
  none: 'No shared blocks yet. A good start: your opening hours, or how returns work.',
  name: 'Name',
  nameHint: 'Letters, digits and hyphens. Articles refer to the block by this name, so it stays as it is.',
  text: 'Text',
  uses: { one: 'Used in {count} article', other: 'Used in {count} articles' },
  unused: 'Not used yet',
  more: { one: 'and {count} more', other: 'and {count} more' },
  edit: 'Edit',
  inUse: 'Take the block out of these articles before you delete it.',
  remove: 'Delete block',
  sureRemove: 'Delete this block? This can’t be undone.',
  onlyAdmins: 'Only admins can delete blocks.',
  taken: 'Another block has this name.',
  nested: 'A block can’t hold another block.',
  empty: 'Write a text in at least one language.',
  addLanguage: 'Add a language',
  removeLanguage: 'Remove this language',
  fallback: 'Readers of other languages get the site’s first language.',
  preview: 'Preview',
  save: 'Save',
  saved: 'Saved. Articles that use it are being updated.',
  discard: 'Discard',
  conflict:
    'Someone else changed this while you were editing. Your text is still here. Reload to see their version.',
  reload: 'Reload',
  refused: 'Check these fields: {fields}',
  search: 'Search blocks',
  noneFound: 'No block matches.',
  write: 'Write a block',
};
export default english;

/** The texts of every language: the keys of the English ones. */
export type BlockTexts = TextsLike<typeof english>;
