/** Letters of scripts that do not part their words: Thai, Lao, Myanmar, Khmer, kana, Han. */
const wordless = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;

/** Puts spaces around each letter of a script that has none between words, so that a full text finds any part of it. */
export const spaced = (text: string): string => text.replace(wordless, ' $& ');
