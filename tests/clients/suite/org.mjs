// Starts samples/EmulatorHost and stops it again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export async function startOrg(...options) {
  const host = spawn(process.env.EMULATOR_HOST, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const told = {};
  for await (const line of createInterface({ input: host.stdout })) {
    if (line === 'Ready') break;
    const [, name, value] = /^(.+?): (.*)$/.exec(line);
    told[name] = value;
  }

  const url = told.URL;
  if (url === undefined) throw new Error(`The emulator ended with ${host.exitCode} before it was ready.`);
  const signIn = await (await fetch(`${url}/_emulator/sign-in`)).json();
  return {
    url,
    ...signIn,
    accessToken: () => token(url, signIn),
    stop: async () => {
      host.kill();
      if (host.exitCode === null) await once(host, 'exit');
    },
  };
}

async function token(url, { clientId, clientSecret }) {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
  const answer = await (await fetch(`${url}/services/oauth2/token`, { method: 'POST', body })).json();
  return answer.access_token;
}
