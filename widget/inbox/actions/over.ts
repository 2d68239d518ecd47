/** What lies over the inbox: the list of keys, or the palette at all commands or at those of one kind. */
export type Over =
  | 'keys'
  | 'commands'
  | 'assign'
  | 'label'
  | 'snooze'
  | 'when'
  | 'priority'
  | 'merge'
  | 'promise'
  | null;
