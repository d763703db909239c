// Runs samples/ImportConsole against an org, and looks into the database that it filled.
import { execFile } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export async function importFrom(org, ...options) {
  const env = { ...process.env, SALESFORCE_CLIENT_ID: org.clientId, SALESFORCE_CLIENT_SECRET: org.clientSecret };
  const { stdout } = await execute(process.env.IMPORT_CONSOLE, ['--org', org.url, '--yes', '--json', ...options], { env });
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

export function rowsOf(file, sql) {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}
