// The official audits of GraphQL over HTTP. Prints a line of JSON for each.
import { serverAudits } from 'graphql-http';

for (const audit of serverAudits({ url: process.argv[2] })) {
  const { id, name } = audit;
  const result = await audit.fn();
  console.log(JSON.stringify({ id, name, status: result.status, reason: result.reason ?? null }));
}
