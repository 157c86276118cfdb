// Starts one server after the other on cpu 0, checks that it answers as graphql-js does, and measures it with wrk on cpu 1.
//   node run.mjs --events <n>      data/<n>.json and the data folder data/site-<n> must be there: run.sh makes them
//     --seconds <n>                a measured run, default 6
//     --warmup <n>                 a warm-up run, default 5
//     --warmups <n>                warm-up runs at most; fewer when two in a row are no faster; default 10
//     --tries <n>                  measure again while others used the server's cpu, keep the quietest; default 2
//     --only <name,name>           these servers; default all
// Figures are kept in results/<n>.json: a run of some servers replaces theirs and keeps the rest. table.mjs prints them.
import { execFileSync, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '6' },
    warmup: { type: 'string', default: '5' },
    warmups: { type: 'string', default: '10' },
    tries: { type: 'string', default: '2' },
    only: { type: 'string' },
  },
});

const here = import.meta.dirname;
process.chdir(here);
const port = 4100;
const [serverCpu, wrkCpu] = ['0', '1'];
const root = resolve(here, '../..');
const work = `results/${options.events}`;
const resultsFile = `results/${options.events}.json`;
mkdirSync(`${work}/answers`, { recursive: true });

const node = (file, env) => ({ command: ['node', `servers/${file}.mjs`], env });
const dotnet = (name, env) => ({ command: ['dotnet', `${root}/artifacts/bin/${name}/release/${name}.dll`], env });
const published = `${root}/artifacts/published`;
const ours = (env) => ({
  command: ['dotnet', `${published}/Hedensted.Cms.dll`, '--Urls', `http://127.0.0.1:${port}`],
  cwd: published,
  env: {
    Hedensted__DataPath: resolve(`data/site-${options.events}`),
    // Everything comes from one address, which is one client: it is counted, and never has too little.
    Hedensted__GraphQL__Budget__UnitsPerSecond: '100000000',
    Hedensted__GraphQL__Budget__Burst: '1000000000',
    ...env,
  },
});
const servers = {
  limit: { ...dotnet('limit', { ANSWERS: resolve(`${work}/answers`) }), path: (query) => `/${query}` },
  'by hand from bytes': dotnet('handwritten', { WRITER: 'bytes' }),
  'by hand with a JSON writer': dotnet('handwritten', { WRITER: 'json' }),
  ours: ours(),
  'ours without response cache': ours({ Hedensted__GraphQL__ResponseCacheBytes: '0' }),
  'Mercurius JIT': node('mercurius', { JIT: '1' }),
  Apollo: node('apollo'),
  'yoga with response cache': node('yoga', { CACHE: '1' }),
  'graphql-js': node('graphql-http'),
};
const wanted = options.only?.split(',').map((name) => name.trim()) ?? Object.keys(servers);
for (const name of wanted) if (!servers[name]) throw new Error(`There is no server '${name}'; choose of: ${Object.keys(servers).join(' | ')}`);

// The queries. q3 is q2 with another instant in each request.
const text = (name) => readFileSync(`queries/${name}.graphql`, 'utf8');
const from = '2026-02-01T00:00:00Z';
const area = 'forpligtende-faellesskaber';
const bodies = {
  q1: { query: text('q1'), variables: { branch: 'hedensted', from } },
  q2: { query: text('q2'), variables: { area, from } },
  q3: { query: text('q2'), variables: { area, from: '__FROM__' } },
};
for (const [name, body] of Object.entries(bodies)) writeFileSync(`${work}/${name}.body.json`, JSON.stringify(body));

const post = async (url, body) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-encoding': 'identity' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.text();
};

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const urlOf = (server, query) => `http://127.0.0.1:${port}${server.path?.(query) ?? '/graphql'}`;

// Whether somebody answers where the servers will: it would be measured in their place.
const isTaken = () =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => (socket.destroy(), done(true)));
    socket.once('error', () => done(false));
  });

async function start(server) {
  if (await isTaken()) throw new Error(`Something else listens on port ${port}: stop it and run this again.`);
  const began = performance.now();
  const child = spawn('taskset', ['-c', serverCpu, ...server.command], {
    cwd: server.cwd ?? here,
    // .NET promotes hot code at once; by default a busy single cpu puts that off for many seconds.
    env: { ...process.env, NODE_ENV: 'production', DOTNET_TC_CallCountingDelayMs: '0', ...server.env, PORT: String(port), DATA: resolve(`data/${options.events}.json`) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${server.command.join(' ')} ended`);
    try {
      await post(urlOf(server, 'q1'), bodies.q1);
      break;
    } catch (error) {
      if (performance.now() - began > 90_000) throw error;
      await sleep(5);
    }
  }
  return { cold: performance.now() - began, pid: child.pid, stop: () => (child.kill(), ended) };
}

const memory = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
const cpuSeconds = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

// User and system time of one cpu, all processes.
const busySeconds = (cpu) => {
  const line = readFileSync('/proc/stat', 'utf8').split('\n').find((row) => row.startsWith(`cpu${cpu} `));
  const [, user, nice, system] = line.split(/\s+/).map(Number);
  return (user + nice + system) / 100;
};

function wrk(url, query, seconds, startAt) {
  const args = ['-c', wrkCpu, 'wrk', '-t1', '-c32', `-d${seconds}s`, '-s', 'wrk/query.lua', url, '--', `${work}/${query}.body.json`];
  if (query === 'q3') args.push(String(Date.parse(startAt) / 1000));
  return JSON.parse(execFileSync('taskset', args, { encoding: 'utf8' }).trim().split('\n').at(-1));
}

// Until two runs in a row are no faster: a server that compiles itself while it runs does so in steps, on a processor that is busy with answering.
function warmUp(url, query) {
  let [fastest, notFaster] = [0, 0];
  for (let i = 0; i < Number(options.warmups) && notFaster < 2; i++) {
    const run = wrk(url, query, options.warmup, `2026-02-${String(1 + 2 * i).padStart(2, '0')}T00:00:00Z`);
    const rate = run.requests / run.seconds;
    notFaster = rate < fastest * 1.03 ? notFaster + 1 : 0;
    fastest = Math.max(rate, fastest);
  }
}

// Waits, at most 6 s, for a second in which nobody else keeps the machine busy.
async function quiet() {
  const busy = () => busySeconds(serverCpu) + busySeconds(wrkCpu);
  for (let i = 0; i < 6; i++) {
    const before = busy();
    await sleep(1000);
    if (busy() - before < 0.15) return;
  }
}

// cpu: the server's share of its cpu; others: that of every other process on the same cpu.
async function measure(pid, url, query) {
  let best;
  for (let i = 0; i < Number(options.tries); i++) {
    await quiet();
    const before = [cpuSeconds(pid), busySeconds(serverCpu)];
    const run = wrk(url, query, options.seconds, `2026-0${3 + i}-01T00:00:00Z`);
    run.rate = run.requests / run.seconds;
    run.cpu = (cpuSeconds(pid) - before[0]) / run.seconds;
    run.others = Math.max(0, (busySeconds(serverCpu) - before[1]) / run.seconds - run.cpu);
    run.perCpuSecond = run.rate / run.cpu;
    if (!best || run.others < best.others) best = run;
    if (best.others < 0.1) break;
  }
  return best;
}

// What each server must answer, and what the limit answers: taken from graphql-js, asked three moments besides.
const probes = [bodies.q1, bodies.q2, ...['2026-03-03', '2026-12-30', '2027-06-01'].map((day) => ({ ...bodies.q2, variables: { area: 'kultur-for-at-laese', from: `${day}T10:00:00Z` } }))];
const ask = async (server) => {
  const answers = [];
  for (const body of probes) answers.push(await post(urlOf(server), body));
  return answers;
};
// A cursor is opaque: only its presence counts.
const dataOf = (answer) => JSON.stringify(JSON.parse(answer).data, (key, value) => (/cursor$/i.test(key) && value !== null ? 'cursor' : value));
const expectedFile = `${work}/expected.json`;
if (!existsSync(expectedFile)) {
  const reference = await start(servers['graphql-js']);
  writeFileSync(expectedFile, JSON.stringify(await ask(servers['graphql-js'])));
  await reference.stop();
}
const expected = JSON.parse(readFileSync(expectedFile, 'utf8'));
for (const [name, answer] of [['q1', expected[0]], ['q2', expected[1]], ['q3', expected[1]]]) writeFileSync(`${work}/answers/${name}.json`, answer);
console.error(`${options.events} events; q1: ${Buffer.byteLength(expected[0])} bytes, q2: ${Buffer.byteLength(expected[1])} bytes`);

for (const name of wanted) {
  const server = servers[name];
  const running = await start(server);
  try {
    const result = { name, cold: running.cold, queries: {} };
    if (!server.path) {
      const answers = await ask(server);
      answers.forEach((answer, i) => {
        if (dataOf(answer) !== dataOf(expected[i])) throw new Error(`${name} answers probe ${i} otherwise:\n${answer.slice(0, 600)}\nexpected\n${expected[i].slice(0, 600)}`);
      });
    }
    for (const query of Object.keys(bodies)) {
      warmUp(urlOf(server, query), query);
      result.queries[query] = await measure(running.pid, urlOf(server, query), query);
    }
    result.rss = memory(running.pid);
    const known = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : [];
    writeFileSync(resultsFile, JSON.stringify([...known.filter((other) => other.name !== name), result], null, 2));
    console.error(`${name}: ${Object.values(result.queries).map((run) => `${run.perCpuSecond.toFixed(0)} per cpu second${run.errors ? ` ${run.errors} ERRORS` : ''}`).join(', ')}`);
  } finally {
    await running.stop();
  }
}
