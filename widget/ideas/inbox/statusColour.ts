import type { IdeaStatus } from '../../../shared/ideas/states.ts';

/** The colour of a status, in the words of the house's chips. */
export const statusColour: Readonly<Record<IdeaStatus, string>> = {
  new: 'grey',
  planned: 'blue',
  started: 'orange',
  done: 'green',
  declined: 'red',
};
