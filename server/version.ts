/** The version of this program, as package.json has it; replaced when it is built. */
declare const FOYER_VERSION: string | undefined;

export const version: string = typeof FOYER_VERSION === 'string' ? FOYER_VERSION : 'development';
