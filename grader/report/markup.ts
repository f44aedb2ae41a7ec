import { clean } from './layout.ts';

/**
 * Text that is safe between tags and inside quoted attributes of HTML, SVG and XML. Control characters and halves of
 * surrogate pairs are removed, because XML 1.0 does not know them, not even escaped.
 *
 * @example markup('a < "b"') // 'a &lt; &quot;b&quot;'
 */
export function markup(text: string): string {
  return clean(text)
    .replace(/\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
