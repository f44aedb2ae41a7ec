export interface StartOptions {
  readonly help: boolean;
  readonly browser: boolean;
  readonly offline: boolean;
  readonly port: number | undefined;
}
export const usage: string;
export function readOptions(args: readonly string[]): StartOptions;
export function optionsFromNpm(env: NodeJS.ProcessEnv): string[];
