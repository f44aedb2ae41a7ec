/** @import { Shown } from './console.js' */

/**
 * Space and → tell the next place while the results are being told, unless the key belongs to what has the focus.
 *
 * @param {() => Shown | undefined} shown
 */
export function listenToKeys(shown) {
  addEventListener('keydown', (event) => {
    const now = shown();
    if (!now || now.question || now.moment.phase !== 'reveal') return;
    if (!isNext(event) || event.repeat || !nextPlaces(now.view)) return;
    event.preventDefault();
    void now.act('reveal', { places: nextPlaces(now.view) });
  });
}

/**
 * How many places are told with the next one; undefined when all are.
 *
 * @param {Pick<Shown['view'], 'reveal'>} view
 */
export function nextPlaces({ reveal }) {
  return reveal.told < reveal.of ? reveal.told + 1 : undefined;
}

/** @param {KeyboardEvent} event */
function isNext({ key, target, ctrlKey, altKey, metaKey }) {
  if (ctrlKey || altKey || metaKey || !(target instanceof Element)) return false;
  if (target.closest('input, select, textarea')) return false;
  return key === 'ArrowRight' || (key === ' ' && !target.closest('button, a, summary'));
}
