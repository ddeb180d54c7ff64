#!/usr/bin/env node
/**
 * How fast pages of the list of tasks are with 1,000,000 tasks, whatever they
 * are filtered and sorted by, and the activity of a time, beside the same
 * requests with 1,000:
 *
 *   node bench/list.mjs [sqlite,postgres] [tasks] [requests]
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTasks } from './createTasks.mjs';
import { openBench } from './openBench.mjs';
import { percentile } from './percentile.mjs';

const [stores = 'sqlite,postgres', tasks = '1000000', requests = '1500'] =
  process.argv.slice(2);
const FEW = 1_000;
const ORDERS = ['createdAt', 'name', 'status', 'connection', 'createdBy'];
const STATUSES = ['preparing', 'running', 'completed', 'failed', 'aborted'];
const DAY = 24 * 3600 * 1000;

const pick = items => items[Math.floor(Math.random() * items.length)];
const sometimes = give => (Math.random() < 0.4 ? give() : []);
const order = () => ['orderBy', `${pick(ORDERS)}:${pick(['asc', 'desc'])}`];
const connection = () => ['connection', `c${pick([0, 1, 5, 12, 19])}`];
const creator = () => ['createdBy', `user:default/u${pick([0, 3, 20, 90])}`];
const status = () => ['status', pick(STATUSES)];
const since = () => {
  const days = pick([1, 7, 30, 90]);
  return ['createdAfter', new Date(Date.now() - days * DAY).toISOString()];
};
/** Of 1,000,000 tasks 167,000 to 400,000 have these, 7,000 to 50,000, and up to some hundred. */
const TEXTS = {
  frequent: ['orders', 'Fix', 'REPORT', 'shop-'],
  medium: ['stock 1', 'fix orders', 'Backfill orders 1', 'Clean up stock'],
  rare: ['Fix stock 7', 'SHOP-4711', 'import prices 4999', '-31337'],
  none: ['zebra', 'orders of', 'SHOP_4711', 'Clean up 3'],
  short: ['st', '7', 'Re'],
  shortAndNone: ['zq', 'ö', '订单'],
};
const text = kind => () => ['search', pick(TEXTS[kind])];
const anyText = () => text(pick(Object.keys(TEXTS)))();
const page = most => ['offset', String(25 * Math.floor(Math.random() * most))];

/** What is asked for, each time with other values: lists of parameters. */
const PAGES = {
  'first pages of all, in any order': () => [order(), page(20)],
  'of a connection': () => [order(), page(20), connection()],
  'of a person': () => [order(), page(20), creator()],
  'in some states': () => [order(), page(20), status(), status()],
  'of some time': () => [order(), page(20), since()],
  'filtered by any of these': () => [
    ...[order(), page(20), sometimes(connection), sometimes(creator)],
    ...[sometimes(status), sometimes(since)],
  ],
};
/** Where nobody comes who goes from page to page. */
const FAR = {
  'any page of all': tasksThere => [order(), page(tasksThere / 25)],
};
const SEARCHES = {
  'with a frequent text, newest first': () => [text('frequent')()],
  'with a rarer text, newest first': () => [text('medium')()],
  'with a rare text, newest first': () => [text('rare')()],
  'with a text that is nowhere': () => [order(), page(20), text('none')()],
  'with a short text': () => [order(), page(4), text('short')()],
  'with a short text that is nowhere': () => [order(), text('shortAndNone')()],
  'with any text, in any order': () => [order(), page(20), anyText()],
  'with any text and other filters': () => [
    ...[order(), page(4), anyText(), pick([connection, creator, status])()],
    ...[sometimes(since)],
  ],
};

const KINDS = { ...PAGES, ...FAR, ...SEARCHES };

const activity = days => () => ({
  from: new Date(Date.now() - days * DAY).toISOString(),
  to: new Date().toISOString(),
  step: days > 7 ? '1d' : '1h',
});
const ACTIVITIES = {
  'activity of a day': activity(1),
  'activity of a week': activity(7),
  'activity of 30 days': activity(30),
};

await openBench(async bench => {
  for (const store of stores.split(',')) {
    const { client, fill } = await openStore(bench, store);
    await fill(FEW);
    const few = await measureAll(client, FEW);
    await fill(Number(tasks));
    const many = await measureAll(client, Number(tasks));
    for (const kind of Object.keys(many)) {
      print(
        `${store}, ${kind}: ${describe(many[kind])} of ${tasks}; ${describe(
          few[kind],
        )} of ${FEW}`,
      );
    }
    for (const [what, kinds] of Object.entries({ PAGES, SEARCHES })) {
      const all = Object.keys(kinds).flatMap(kind => many[kind]);
      print(`${store}, all ${what.toLowerCase()}: ${describe(all)}`);
    }
  }
});

async function openStore(bench, name) {
  const store = bench.store[name];
  const backend = await bench.startBackend({
    store,
    connections: {},
    // Nothing is to be removed while it is measured.
    retention: { tasks: { days: 1_000 } },
  });
  const peer = bench.peers.find(({ engine }) => engine === 'postgres');
  const run = file =>
    name === 'postgres'
      ? peer.runFile(file)
      : sqlite(join(bench.directory, 'task-center.sqlite'), file);
  const fill = count =>
    run(bench.write(`fill-${count}.sql`, createTasks(name, count)));
  return { client: backend.as('ada'), fill };
}

async function sqlite(database, file) {
  await promisify(execFile)('sqlite3', ['-bail', database, `.read ${file}`]);
}

async function measureAll(client, count) {
  const times = {};
  const each = Number(requests) / Object.keys(KINDS).length;
  const measure = async (kind, most, toPath) => {
    times[kind] = [];
    for (let n = 0; n < most; n++) {
      const path = toPath();
      const began = performance.now();
      await client.send('GET', path);
      times[kind].push(performance.now() - began);
    }
  };
  for (const [kind, params] of Object.entries(KINDS)) {
    await measure(kind, each, () => {
      const query = params(count).filter(pair => pair.length > 0);
      return `/tasks?limit=25&${new URLSearchParams(query)}`;
    });
  }
  for (const [kind, params] of Object.entries(ACTIVITIES)) {
    await measure(kind, each / 4, () => {
      return `/activity?${new URLSearchParams(params())}`;
    });
  }
  return times;
}

function describe(times) {
  const [median, most, longest] = [50, 95, 100].map(p => percentile(times, p));
  return `median ${median} ms, p95 ${most} ms, longest ${longest} ms`;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
