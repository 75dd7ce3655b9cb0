export { EXIT, type ExitCode } from './frame/exit.js';
export type { CliIo } from './frame/io.js';
export { runCli } from './run.js';
