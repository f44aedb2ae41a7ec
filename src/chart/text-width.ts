const NARROW = 0.32;
const COMMON = 0.6;
const BROAD = 0.8;
const FULL = 1;

/**
 * About how wide a text is in DejaVu Sans, in the unit of `fontSize`. Vega measures texts with a browser's canvas; without
 * one it takes 0.8 for every character, which leaves a third of each title empty.
 */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, character) => sum + emsOf(character) * fontSize, 0);
}

function emsOf(character: string): number {
  if (/[ .,:;!'|ijlI()[\]]/.test(character)) return NARROW;
  if (/[A-Z%@mwµ&]/.test(character)) return BROAD;
  return /[\u1100-\u11ff\u2e80-\uffff]/.test(character) ? FULL : COMMON;
}
