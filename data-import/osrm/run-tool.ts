import { spawn } from 'node:child_process';
import { guardCommand } from '../../processes/guard-command.ts';

export class ToolFailure extends Error {
  /** Everything the tool printed, at most its last 200 lines. */
  readonly output: string[];

  constructor(message: string, output: string[]) {
    super(message);
    this.output = output;
  }
}

const keptLines = 200;

/** Runs a program to its end, or to ours, and returns its last lines; throws `ToolFailure` with the last few when it fails. */
export async function runTool(command: string, parameters: string[]): Promise<string[]> {
  const [program, ...words] = guardCommand(command, { args: parameters });
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  const collect = (text: string): void => {
    output.push(...text.split('\n').filter((line) => line.trim() !== ''));
    if (output.length > keptLines) output.splice(0, output.length - keptLines);
  };
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.on('error', (error) => {
    reject(new ToolFailure(`${command} could not be run: ${error.message}`, output));
  });
  child.on('close', (code, signal) => resolve(code === null ? `signal ${signal}` : `exit ${code}`));
  const end = await promise;
  if (end !== 'exit 0')
    throw new ToolFailure(`${command} failed (${end}): ${output.slice(-4).join(' | ')}`, output);
  return output;
}
