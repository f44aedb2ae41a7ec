/**
 * Says things to screen readers, through a region of the page that only they look at. What comes at once is said
 * together; the same words twice are said twice.
 *
 * @example
 * const announce = announcer(document.querySelector('#spoken'));
 * announce(['3 minutes left.']);
 * @param {Element | null} region with `aria-live`
 * @returns {(texts: readonly string[]) => void}
 */
export function announcer(region) {
  return (texts) => {
    if (texts.length === 0 || region === null) return;
    const line = document.createElement('p');
    line.textContent = texts.join(' ');
    region.replaceChildren(line);
  };
}
