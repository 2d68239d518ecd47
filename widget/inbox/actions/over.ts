/**
 * The layer over the inbox: the list of keys, or the palette at all commands, at those for the conversation, or at
 * those of one kind.
 */
export type Over =
  | 'keys'
  | 'commands'
  | 'conversation'
  | 'assign'
  | 'label'
  | 'snooze'
  | 'when'
  | 'priority'
  | 'merge'
  | 'promise'
  | 'forward'
  | 'macro'
  | null;
