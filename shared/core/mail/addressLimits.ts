/** Addresses that a site takes mail at, at the most. */
export const maxAddresses = 20;
/** Longest text under the replies from an address, code units. */
export const maxSignature = 1_000;
