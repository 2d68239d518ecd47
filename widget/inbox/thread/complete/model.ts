/** Takes the keys of the field whose words are completed. */
export interface Completion {
  /** @returns true when the key was for the list */
  press(event: KeyboardEvent): boolean;
}
