/** Least confidence of a suggestion, 0..1, until the owner or what people choose says otherwise. */
export const defaultSuggestionFloor = 0.3;
