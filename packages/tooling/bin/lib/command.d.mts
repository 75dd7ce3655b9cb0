export function run(
  command: string,
  args: readonly string[],
  options?: { cwd?: string; env?: NodeJS.ProcessEnv; onOutput?: (text: string) => void },
): Promise<string>;

export function npm(args: readonly string[], options?: { cwd?: string; env?: NodeJS.ProcessEnv }): Promise<string>;

export class CommandError extends Error {
  readonly output: string;
}
