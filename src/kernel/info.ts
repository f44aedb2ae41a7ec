/** Content of `kernel_info_reply`. */
export function kernelInfo(nodeVersion: string): Record<string, unknown> {
  return {
    status: 'ok',
    protocol_version: '5.4',
    implementation: 'airlab',
    implementation_version: '0.1.0',
    banner: `TypeScript 5.0 on Node ${nodeVersion} (airlab, on tslab 1.0.22)`,
    debugger: false,
    supported_features: [],
    language_info: {
      name: 'typescript',
      version: '5.0.4',
      mimetype: 'text/typescript',
      file_extension: '.ts',
      pygments_lexer: 'typescript',
      nbconvert_exporter: 'script',
      // JupyterLab reads `mode`, the classic notebook `name` and `typescript`.
      codemirror_mode: { name: 'javascript', mode: 'typescript', typescript: true },
    },
    help_links: [
      { text: 'TypeScript handbook', url: 'https://www.typescriptlang.org/docs/handbook/intro.html' },
      { text: 'Node.js API', url: 'https://nodejs.org/docs/latest-v20.x/api/' },
      { text: 'fetch (MDN)', url: 'https://developer.mozilla.org/docs/Web/API/Fetch_API/Using_Fetch' },
      { text: 'Open-Meteo air quality API', url: 'https://open-meteo.com/en/docs/air-quality-api' },
      { text: 'tslab', url: 'https://github.com/yunabe/tslab' },
    ],
  };
}
