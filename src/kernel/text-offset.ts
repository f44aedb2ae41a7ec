/** Jupyter counts characters, JavaScript UTF-16 units: they differ after an emoji. */
export function unitsFromCharacters(text: string, characters: number): number {
  return [...text].slice(0, characters).join('').length;
}

export function charactersFromUnits(text: string, units: number): number {
  return [...text.slice(0, units)].length;
}
