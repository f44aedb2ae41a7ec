/** The server gives out the package's own file under this name. */
export * from 'preact';
