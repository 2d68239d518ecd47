/* The lazy entry: what is asked before something is done to a comment. */
export { Confirm } from './Confirm.tsx';
export { Report } from './Report.tsx';
