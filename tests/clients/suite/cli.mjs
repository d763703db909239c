// Runs the Salesforce CLI in a home of its own, so that nothing of this machine's CLI is read or changed.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = fileURLToPath(new URL('../node_modules/@salesforce/cli/bin/run.js', import.meta.url));
const execute = promisify(execFile);

export function cliOf(home, accessToken) {
  const env = {
    HOME: home,
    PATH: process.env.PATH,
    SF_ACCESS_TOKEN: accessToken,
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  };

  // Gives the result of a command; an error of the command's own is thrown with the CLI's words.
  return async (...command) => {
    const options = { cwd: home, env, maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await execute(process.execPath, [program, ...command, '--json'], options).catch((failure) => failure);
    const answer = JSON.parse(stdout);
    if (answer.status !== 0) throw new Error(`${answer.name}: ${answer.message}`);
    return answer.result;
  };
}
