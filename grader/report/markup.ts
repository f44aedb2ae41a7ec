import { clean } from './layout.ts';

/**
 * Text that is safe between tags and inside quoted attributes of HTML, SVG and XML. Characters
 * that XML 1.0 does not know, not even escaped, are removed.
 *
 * @example markup('a < "b"') // 'a &lt; &quot;b&quot;'
 */
export function markup(text: string): string {
  return clean(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
