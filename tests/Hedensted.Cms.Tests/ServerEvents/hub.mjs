// Listens as the backoffice does, with the SignalR client that it carries, and prints a line of JSON for each thing that happens:
//   node hub.mjs <site> <cookie> [origin]
// With an origin it opens a bare WebSocket from there instead and prints how that went. A line on stdin is a request to send in the session.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const require = createRequire(resolve(import.meta.dirname, '../../../src/Hedensted.Cms/Backoffice/client/package.json'));
const [site, cookie, origin] = process.argv.slice(2);
const print = (line) => console.log(JSON.stringify(line));
const hub = `${site.replace(/\/$/, '')}/umbraco/serverEventHub`;

if (origin) {
  const WebSocket = require('ws');
  const socket = new WebSocket(`${hub.replace('http', 'ws')}?access_token=${encodeURIComponent('[redacted]')}`, { headers: { Cookie: cookie, Origin: origin } });
  socket.on('unexpected-response', (_, response) => { print({ refused: response.statusCode }); process.exit(); });
  socket.on('open', () => { print({ open: true }); process.exit(); });
} else {
  const { HubConnectionBuilder, LogLevel } = require('@microsoft/signalr');
  const connection = new HubConnectionBuilder()
    .withUrl(hub, { headers: { Cookie: cookie, Origin: new URL(site).origin }, accessTokenFactory: () => '[redacted]' })
    .configureLogging(LogLevel.None)
    .build();
  let told = [];
  connection.on('notify', (event) => { told.push(event.key); print(event); });
  connection.onclose(() => print({ closed: true }));
  try {
    await connection.start();
    print({ connected: true });
  } catch (error) {
    print({ failed: String(error) });
    process.exit();
  }

  for await (const line of createInterface({ input: process.stdin })) {
    const { method, path, body } = JSON.parse(line);
    told = [];
    const response = await fetch(`${site.replace(/\/$/, '')}/umbraco/management/api/v1/${path}`, {
      method,
      headers: { Cookie: cookie, Authorization: 'Bearer [redacted]', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    // News and answer come on connections of their own. What the hub answers now, that there is nothing to ask for, comes after what it sent before.
    await connection.invoke('anything').catch(() => {});
    print({ answered: response.status, toldBefore: told });
  }
}
