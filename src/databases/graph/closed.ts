import { AirlabError } from '../../errors.ts';

/** What a graph says that was closed before, in either engine. */
export const closedGraph = (): AirlabError =>
  new AirlabError('This graph is closed.', {
    code: 'GRAPH_CLOSED',
    trouble: 'yours',
    hint: 'Run the cell with openGraph() again.',
  });
