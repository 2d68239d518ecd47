const english = {
  lead: 'Every site has its own snippet, inbox, people and settings.',
  list: 'Your sites',
  open: 'Open',
  archived: 'Archived',
  archive: 'Archive',
  unarchive: 'Open to visitors again',
  deleted: 'Deleted. Can be undone until {when}.',
  restore: 'Undo',
  delete: 'Delete…',
  add: 'New site',
  name: 'Name',
  key: 'Key',
  keyHint: 'Stands in the snippet and in the addresses of its pages. It can’t be changed later.',
  addButton: 'Create site',
  deleteTitle: 'Delete {name}?',
  deleteLead:
    'Visitors and your team lose it at once: conversations, people, knowledge, files. For seven days you can undo it here, from another site. Then it’s gone for good. To keep a copy, run foyer export-site first.',
  typeName: 'Type {name} to confirm',
  deleteButton: 'Delete site',
  cancel: 'Cancel',
  only: 'This is your only site. Create another one before you delete it.',
  opened: '{name} is ready.',
};

export type SitesTexts = typeof english;
export default english;
