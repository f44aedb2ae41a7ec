import type { GraphRow, GraphValue } from '../graph.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A row of grafeo in the form that both engines share. */
export const fromGrafeo = (row: unknown): GraphRow => inEach(fieldsOf(row), grafeoValue);

/** A row of Neo4j, read by shape: its classes are those of a package that may not be loaded. */
export const fromNeo4j = (row: unknown): GraphRow => inEach(fieldsOf(row), neo4jValue);

function grafeoValue(value: unknown): GraphValue {
  const fields = fieldsOf(value);
  if (Array.isArray(fields._labels)) return { labels: texts(fields._labels), properties: properties(fields) };
  if (typeof fields._type === 'string') return { type: fields._type, properties: properties(fields) };
  return plain(value, grafeoValue);
}

/** What grafeo adds to the properties of a node or an edge begins with `_`. */
function properties(fields: Fields): GraphRow {
  const own = Object.entries(fields).filter(([name]) => !ADDED.has(name));
  return inEach(Object.fromEntries(own), grafeoValue);
}

const ADDED = new Set(['_id', '_labels', '_type', '_source', '_target']);

function neo4jValue(value: unknown): GraphValue {
  const { labels, properties, type, segments, start, elementId } = fieldsOf(value);
  if (Array.isArray(segments)) {
    const steps = segments.map(fieldsOf);
    return {
      nodes: [start, ...steps.map(({ end }) => end)].map(neo4jValue),
      edges: steps.map(({ relationship }) => neo4jValue(relationship)),
    };
  }
  if (elementId !== undefined && Array.isArray(labels))
    return { labels: texts(labels), properties: inEach(fieldsOf(properties), neo4jValue) };
  if (elementId !== undefined && typeof type === 'string')
    return { type, properties: inEach(fieldsOf(properties), neo4jValue) };
  return plain(value, neo4jValue);
}

function plain(value: unknown, each: (value: unknown) => GraphValue): GraphValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(each);
  // Dates, durations and points of a driver are objects with words of their own.
  return isPlainObject(value) ? inEach(fieldsOf(value), each) : String(value);
}

const inEach = (fields: Fields, change: (value: unknown) => GraphValue): GraphRow =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value)]));

const texts = (list: readonly unknown[]): readonly string[] => list.map(String);

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function isPlainObject(value: unknown): boolean {
  const prototype: unknown = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined;
  return prototype === null || prototype === Object.prototype;
}
