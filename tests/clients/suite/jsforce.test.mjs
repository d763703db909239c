import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import jsforce from 'jsforce';
import { startOrg } from './org.mjs';

const contacts = 2300;
let org;
let connection;

before(async () => {
  org = await startOrg('--leads', '120', '--contacts', `${contacts}`, '--accounts', '60', '--seed', '7', '--daily-limit', '5000');
  connection = await signIn();
});

after(() => org?.stop());

async function signIn() {
  const { clientId, clientSecret } = org;
  const signedIn = new jsforce.Connection({ oauth2: { loginUrl: org.url, clientId, clientSecret, redirectUri: `${org.url}/callback` }, version: '67.0' });
  await signedIn.login(org.username, org.password + org.securityToken);
  return signedIn;
}

test('jsforce: login with user name and password, identity and limits', async () => {
  assert.equal(connection.userInfo.organizationId, org.organizationId);
  const identity = await connection.identity();
  assert.equal(identity.username, org.username);
  assert.equal(identity.organization_id, org.organizationId);
  assert.equal((await connection.limits()).DailyApiRequests.Max, 5000);
  assert.equal(connection.limitInfo.apiUsage.limit, 5000);
});

test('jsforce: login with a wrong password is refused in the words of Salesforce', async () => {
  const { clientId, clientSecret } = org;
  const other = new jsforce.Connection({ oauth2: { loginUrl: org.url, clientId, clientSecret } });
  await assert.rejects(other.login(org.username, 'wrong'), /authentication failure/);
});

test('jsforce: client credentials are enough to sign in', async () => {
  const { clientId, clientSecret } = org;
  const other = new jsforce.Connection({ instanceUrl: org.url, oauth2: { loginUrl: org.url, clientId, clientSecret } });
  await other.authorize({ grant_type: 'client_credentials' });
  assert.equal((await other.query('SELECT Id FROM Contact LIMIT 3')).records.length, 3);
});

test('jsforce: query with autoFetch reads every page', async () => {
  const found = await connection.query('SELECT Id, LastName FROM Contact', { autoFetch: true, maxFetch: 10000 });
  assert.equal(found.totalSize, contacts);
  assert.equal(new Set(found.records.map((record) => record.Id)).size, contacts);
});

test('jsforce: a query written with find comes back as asked', async () => {
  const found = await connection.sobject('Lead').find({ IsConverted: false, LastName: { $like: '%' } }, ['Id', 'LastName', 'Owner.Name']).sort({ LastName: 1 }).limit(10);
  assert.equal(found.length, 10);
  assert.ok(found.every((lead) => typeof lead.Owner.Name === 'string'));
});

test('jsforce: create, retrieve, update, upsert and destroy records', async () => {
  const accounts = connection.sobject('Account');
  const made = await accounts.create([{ Name: 'Forge One' }, { Name: 'Forge Two' }]);
  assert.deepEqual(made.map((result) => result.success), [true, true]);
  const ids = made.map((result) => result.id);
  await accounts.update({ Id: ids[0], Industry: 'Energy' });
  const read = await accounts.retrieve(ids);
  assert.deepEqual(read.map((account) => [account.Name, account.Industry]), [['Forge One', 'Energy'], ['Forge Two', null]]);
  await accounts.destroy(ids);
  assert.equal((await connection.query("SELECT Id FROM Account WHERE Name LIKE 'Forge %'")).totalSize, 0);
  const all = await connection.query("SELECT Id, IsDeleted FROM Account WHERE Name LIKE 'Forge %'", { scanAll: true });
  assert.deepEqual(all.records.map((account) => account.IsDeleted), [true, true]);
});

test('jsforce: an error keeps its code and its words', async () => {
  await assert.rejects(connection.sobject('Contact').create({ FirstName: 'Nameless' }), { errorCode: 'REQUIRED_FIELD_MISSING' });
  await assert.rejects(connection.query('SELECT FROM Contact'), { errorCode: 'MALFORMED_QUERY' });
});

test('jsforce: describe shows objects and fields', async () => {
  const global = await connection.describeGlobal();
  assert.ok(global.sobjects.some((object) => object.name === 'Lead' && object.keyPrefix === '00Q'));
  const contact = await connection.sobject('Contact').describe();
  assert.equal(contact.fields.find((field) => field.name === 'Email').type, 'email');
});

test('jsforce: a composite request refers from one part to the next', async () => {
  const path = `/services/data/v${connection.version}`;
  const answer = await connection.requestPost(`${path}/composite`, {
    allOrNone: true,
    compositeRequest: [
      { method: 'POST', url: `${path}/sobjects/Account`, referenceId: 'mill', body: { Name: 'Composite Mill' } },
      { method: 'POST', url: `${path}/sobjects/Contact`, referenceId: 'person', body: { LastName: 'Birch', AccountId: '@{mill.id}' } },
      { method: 'GET', url: `${path}/sobjects/Contact/@{person.id}?fields=LastName,AccountId`, referenceId: 'back' },
    ],
  });
  const [mill, person, back] = answer.compositeResponse;
  assert.deepEqual([mill.httpStatusCode, person.httpStatusCode, back.httpStatusCode], [201, 201, 200]);
  assert.equal(back.body.AccountId, mill.body.id);
});

test('jsforce: a composite request that must succeed as a whole leaves nothing behind', async () => {
  const path = `/services/data/v${connection.version}`;
  const answer = await connection.requestPost(`${path}/composite`, {
    allOrNone: true,
    compositeRequest: [
      { method: 'POST', url: `${path}/sobjects/Account`, referenceId: 'mill', body: { Name: 'Undone Mill' } },
      { method: 'POST', url: `${path}/sobjects/Contact`, referenceId: 'person', body: { AccountId: '@{mill.id}' } },
    ],
  });
  assert.deepEqual(answer.compositeResponse.map((part) => part.body[0].errorCode), ['PROCESSING_HALTED', 'REQUIRED_FIELD_MISSING']);
  assert.equal((await connection.query("SELECT Id FROM Account WHERE Name = 'Undone Mill'")).totalSize, 0);
});

test('jsforce: bulk2 query streams every record', async () => {
  const stream = await connection.bulk2.query('SELECT Id, LastName, CreatedDate FROM Lead', { pollInterval: 100, pollTimeout: 60000 });
  const ids = new Set();
  for await (const record of stream.stream ? stream : [stream]) ids.add(record.Id);
  assert.equal(ids.size, 120);
});

test('jsforce: updated and deleted records of the last minutes are told', async () => {
  const end = new Date(Date.now() + 60000);
  const start = new Date(Date.now() - 60 * 60000);
  const made = await connection.sobject('Account').create({ Name: 'Passing Mill' });
  assert.ok((await connection.sobject('Account').updated(start, end)).ids.includes(made.id));
  await connection.sobject('Account').destroy(made.id);
  const { deletedRecords } = await connection.sobject('Account').deleted(start, end);
  assert.ok(deletedRecords.some((record) => record.id === made.id));
});

test('jsforce: bulk2 load tells what was written and what was not', async () => {
  const input = [{ LastName: 'Larch' }, { FirstName: 'Nameless' }, { LastName: 'Elm' }];
  const { successfulResults, failedResults } = await connection.bulk2.loadAndWaitForResults({
    object: 'Contact', operation: 'insert', input, pollInterval: 100, pollTimeout: 60000,
  });
  assert.deepEqual(successfulResults.map((result) => result.LastName).sort(), ['Elm', 'Larch']);
  assert.match(failedResults[0].sf__Error, /^REQUIRED_FIELD_MISSING/);
});
