/** The probability of some evidence, 0..1. */
export const sigmoid = (evidence: number): number => 1 / (1 + Math.exp(-evidence));

/** The evidence of a probability between 0 and 1. */
export const logit = (share: number): number => Math.log(share / (1 - share));
