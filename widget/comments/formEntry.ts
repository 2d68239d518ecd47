/* The lazy entry: what a form needs once somebody writes. */
export { Fields } from './Fields.tsx';
export { send } from './sending.ts';
