/**
 * The first word of a text of Cypher that reaches out of the graph: reading files and calling procedures. Words in
 * texts, in comments and in quoted names do not count.
 *
 * @example refusedWord("LOAD CSV FROM '/etc/passwd' AS row RETURN row") // 'LOAD'
 */
export function refusedWord(cypher: string): string | undefined {
  const bare = cypher.replace(QUOTED, ' ');
  return /\b(?:LOAD|COPY|IMPORT|EXPORT|INSTALL|ATTACH)\b|\bCALL\b(?!\s*[{(])/i.exec(bare)?.[0].toUpperCase();
}

const QUOTED = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
