// Drives the site with Umbraco's client, one group of cases after the other:
//   echo '{"address":"http://…","cookie":"…"}' | node run.mjs
// Prints a line of JSON: what was asked of which operation, and what was wrong.
import { readdirSync } from 'node:fs';
import { asked, connect, operations } from './umbraco.mjs';
import { mistakes } from './types.mjs';
import { siteOf } from './site.mjs';

let input = '';
for await (const part of process.stdin) input += part;
const { address, cookie } = JSON.parse(input);
connect(address, cookie);

const problems = [];
for (const file of readdirSync(`${import.meta.dirname}/cases`).sort()) {
  const from = asked.length;
  try {
    await (await import(`./cases/${file}`)).default(siteOf());
  } catch (error) {
    problems.push({ group: file, operation: asked.at(-1)?.operation ?? '', text: `${error.message}\n${error.stack}` });
  }
  for (const one of asked.slice(from)) one.group = file;
}

for (const { index, text } of mistakes(asked)) {
  const { group, operation, status, answer } = asked[index];
  problems.push({ group, operation, text: `${status}: ${text} ${JSON.stringify(answer)?.slice(0, 600)}` });
}

// Umbraco's interceptor makes the new thing's id of this header; without it the backoffice does not know what it made.
for (const { group, operation, status, created } of asked) {
  if (status === 201 && !created) problems.push({ group, operation, text: '201 without Umb-Generated-Resource' });
}

console.log(JSON.stringify({
  contract: [...operations.keys()],
  asked: asked.map(({ group, operation, status }) => ({ group, operation, status })),
  problems,
}));
