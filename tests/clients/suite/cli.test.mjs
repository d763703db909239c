import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { cliOf } from './cli.mjs';
import { importFrom, rowsOf } from './console.mjs';
import { startOrg } from './org.mjs';

const contacts = 2300;
let org;
let home;
let sf;

before(async () => {
  org = await startOrg('--leads', '120', '--contacts', `${contacts}`, '--accounts', '60', '--seed', '7', '--daily-limit', '5000');
  home = await mkdtemp(join(tmpdir(), 'cli-'));
  sf = cliOf(home, await org.accessToken());
});

after(async () => {
  await org?.stop();
  if (home) await rm(home, { recursive: true });
});

test('CLI: org login access-token takes the emulator for an org', async () => {
  const login = await sf('org', 'login', 'access-token', '--instance-url', org.url, '--no-prompt', '--alias', 'box', '--set-default');
  assert.equal(login.username, org.username);
  assert.equal(login.orgId, org.organizationId);
});

test('CLI: data query reads every page, with parents', async () => {
  const found = await sf('data', 'query', '--target-org', 'box', '--query', 'SELECT Id, Name, Account.Name FROM Contact');
  assert.equal(found.totalSize, contacts);
  assert.equal(new Set(found.records.map((record) => record.Id)).size, contacts);
  assert.ok(found.records.some((record) => typeof record.Account?.Name === 'string'));
});

test('CLI: data query writes CSV with parents and child records', async () => {
  const file = join(home, 'accounts.csv');
  const soql = 'SELECT Name, Owner.Name, (SELECT LastName FROM Contacts) FROM Account ORDER BY Id LIMIT 5';
  await sf('data', 'query', '--target-org', 'box', '--query', soql, '--result-format', 'csv', '--output-file', file);
  const [header, ...rows] = (await readFile(file, 'utf8')).trim().split('\n');
  assert.match(header, /^Name,Owner\.Name,Contacts/);
  assert.ok(rows.length >= 5);
});

test('CLI: data query counts and groups', async () => {
  const counted = await sf('data', 'query', '--target-org', 'box', '--query', 'SELECT COUNT(Id) people, IsConverted FROM Lead GROUP BY IsConverted');
  assert.equal(counted.records.reduce((sum, group) => sum + group.people, 0), 120);
});

test('CLI: data query shows the words of a refusal', async () => {
  await assert.rejects(sf('data', 'query', '--target-org', 'box', '--query', 'SELECT Nope FROM Contact'), /No such column 'Nope' on entity 'Contact'/);
});

test('CLI: sobject list and describe show the schema', async () => {
  const names = await sf('sobject', 'list', '--target-org', 'box');
  for (const name of ['Account', 'Campaign', 'CampaignMember', 'Contact', 'Lead', 'Opportunity', 'OpportunityContactRole', 'Task', 'User']) {
    assert.ok(names.includes(name), name);
  }

  const described = await sf('sobject', 'describe', '--target-org', 'box', '--sobject', 'Contact');
  assert.equal(described.keyPrefix, '003');
  assert.equal(described.fields.find((field) => field.name === 'LastName').nillable, false);
});

test('CLI: org list limits shows what is left of the day', async () => {
  const limits = await sf('org', 'list', 'limits', '--target-org', 'box');
  const daily = limits.find((limit) => limit.name === 'DailyApiRequests');
  assert.equal(daily.max, 5000);
  assert.ok(daily.remaining < 5000);
});

test('CLI: data create, get, update and delete record work on one record', async () => {
  const target = ['--target-org', 'box', '--sobject', 'Account'];
  const { id } = await sf('data', 'create', 'record', ...target, '--values', "Name='Harness Mill' Industry=Energy");
  assert.match(id, /^001[0-9A-Za-z]{15}$/);
  await sf('data', 'update', 'record', ...target, '--record-id', id, '--values', "Industry='Retail'");
  const record = await sf('data', 'get', 'record', ...target, '--where', "Name='Harness Mill'");
  assert.deepEqual([record.Id, record.Industry], [id, 'Retail']);
  await sf('data', 'delete', 'record', ...target, '--record-id', id);
  await assert.rejects(sf('data', 'get', 'record', ...target, '--record-id', id));
});

test('CLI: data create record shows the words of a refusal', async () => {
  await assert.rejects(
    sf('data', 'create', 'record', '--target-org', 'box', '--sobject', 'Contact', '--values', 'FirstName=Nameless'),
    /Required fields are missing: \[LastName\]/);
});

test('CLI: a tree that was imported comes back by tree and by Bulk', async () => {
  const people = (mill) => ['Ash', 'Bo "B", Élan', 'Çelik'].map((name, i) => ({
    attributes: { type: 'Contact', referenceId: `person${mill}${i}` }, LastName: name, Email: `person${mill}${i}@example.com`,
  }));
  const mills = [1, 2].map((mill) => ({
    attributes: { type: 'Account', referenceId: `mill${mill}` }, Name: `Tree Mill ${mill}`, Contacts: { records: people(mill) },
  }));
  await writeFile(join(home, 'mills.json'), JSON.stringify({ records: mills }));
  const made = await sf('data', 'import', 'tree', '--target-org', 'box', '--files', 'mills.json');
  assert.equal(made.length, 8);

  const soql = "SELECT Name, (SELECT LastName, Email FROM Contacts ORDER BY Email) FROM Account WHERE Name LIKE 'Tree Mill %' ORDER BY Name";
  const tree = await sf('data', 'export', 'tree', '--target-org', 'box', '--query', soql, '--output-dir', 'tree');
  const plain = (records) => records.map((mill) => [mill.Name, mill.Contacts.records.map((person) => [person.LastName, person.Email])]);
  assert.deepEqual(plain(tree.records), plain(mills));

  const file = join(home, 'people.json');
  await sf('data', 'export', 'bulk', '--target-org', 'box', '--result-format', 'json', '--output-file', file, '--wait', '5',
    '--query', "SELECT LastName, Email, Account.Name FROM Contact WHERE Account.Name LIKE 'Tree Mill %'");
  const exported = JSON.parse(await readFile(file, 'utf8'));
  assert.deepEqual(
    exported.map((person) => [person['Account.Name'], person.LastName, person.Email]).sort(),
    mills.flatMap((mill) => mill.Contacts.records.map((person) => [mill.Name, person.LastName, person.Email])).sort());
});

test('CLI: what it brought into the org is imported from there into a database', async () => {
  const inOrg = await sf('data', 'query', '--target-org', 'box', '--query', "SELECT Id, LastName, Email FROM Contact WHERE Account.Name LIKE 'Tree Mill %'");
  const file = join(home, 'crm.db');
  const report = await importFrom(org, '--select', 'contacts', '--store', file);
  assert.equal(report.state, 'completed');
  assert.equal(report.objects.Contact.selected, contacts + inOrg.totalSize);

  const stored = rowsOf(file, 'SELECT salesforce_id, last_name, email FROM contacts').filter((row) => /^person\d\d@/.test(row.email));
  assert.deepEqual(
    stored.map((row) => [row.salesforce_id, row.last_name, row.email]).sort(),
    inOrg.records.map((record) => [record.Id, record.LastName, record.Email]).sort());
});

test('CLI: data export bulk writes every record as CSV', async () => {
  const file = join(home, 'contacts.csv');
  const done = await sf('data', 'export', 'bulk', '--target-org', 'box', '--query', 'SELECT Id, Birthdate FROM Contact WHERE Birthdate != null OR Birthdate = null',
    '--output-file', file, '--wait', '5');
  const rows = (await readFile(file, 'utf8')).trim().split('\n');
  assert.equal(rows[0].replaceAll('"', ''), 'Id,Birthdate');
  assert.equal(rows.length - 1, done.totalSize);
  assert.ok(done.totalSize >= contacts);
});

test('CLI: data import bulk, update bulk and delete bulk write many records', async () => {
  const names = Array.from({ length: 300 }, (_, i) => `Bulk Mill ${i}`);
  await writeFile(join(home, 'bulk.csv'), `Name,Industry\n${names.map((name) => `${name},Energy`).join('\n')}\n`);
  const target = ['--target-org', 'box', '--sobject', 'Account', '--wait', '5'];
  const imported = await sf('data', 'import', 'bulk', ...target, '--file', 'bulk.csv', '--line-ending', 'LF');
  assert.deepEqual([imported.processedRecords, imported.successfulRecords, imported.failedRecords], [300, 300, 0]);

  const soql = "SELECT Id, Industry FROM Account WHERE Name LIKE 'Bulk Mill %'";
  const made = await sf('data', 'query', '--target-org', 'box', '--query', soql);
  assert.equal(made.totalSize, 300);
  await writeFile(join(home, 'changed.csv'), `Id,Industry\n${made.records.map((record) => `${record.Id},Retail`).join('\n')}\n`);
  const updated = await sf('data', 'update', 'bulk', ...target, '--file', 'changed.csv', '--line-ending', 'LF');
  assert.equal(updated.successfulRecords, 300);
  assert.ok((await sf('data', 'query', '--target-org', 'box', '--query', soql)).records.every((record) => record.Industry === 'Retail'));

  await writeFile(join(home, 'gone.csv'), `Id\n${made.records.map((record) => record.Id).join('\n')}\n`);
  await sf('data', 'delete', 'bulk', ...target, '--file', 'gone.csv', '--line-ending', 'LF');
  assert.equal((await sf('data', 'query', '--target-org', 'box', '--query', soql)).totalSize, 0);
});
