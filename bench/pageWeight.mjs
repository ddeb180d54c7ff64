#!/usr/bin/env node
/**
 * How much JavaScript a page of the Task Center brings with it, as it goes over the network (gzip), in a production build
 * of the portal and a real browser: every file that the page loads and the portal's settings do not, and of the files that
 * both load what comes from the plugin's sources:
 *
 *   node bench/pageWeight.mjs
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { eachMapping, TraceMap } from '@jridgewell/trace-mapping';
import { ROOT } from '../scripts/testing/repository.mjs';
import { TaskCenterClient } from '../scripts/testing/TaskCenterClient.mjs';
import { openPortal } from '../scripts/testing/openPortal.mjs';

const STATIC = join(ROOT, 'packages', 'app', 'dist', 'static');
const SETTLE_MS = 5_000;
const OWN_SOURCE = /plugins\/task-center(-common)?\/src\//;

const { url, browser, stop } = await openPortal();
try {
  const client = await TaskCenterClient.create(url);
  const { id } = await client.create({
    connection: 'shop-mysql',
    name: 'A row',
    sql: 'SELECT 1;',
  });
  await client.completed(id);
  const others = await filesOf('/settings', 'heading');
  const pages = [
    ['the list', '/task-center/tasks', 'grid'],
    ['a task', `/task-center/tasks/${id}`, 'tabpanel'],
    ['the form', '/task-center/tasks/new', 'textbox'],
    ['the results', `/task-center/tasks/${id}/results`, 'grid'],
  ];
  for (const [name, path, role] of pages) {
    say(name, await filesOf(path, role), others);
  }
} finally {
  await stop();
}

async function filesOf(path, role) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'Task Center' }).waitFor();
  const files = new Set();
  page.on('response', response => {
    const [, file] = /\/static\/([^/?]+\.js)$/.exec(response.url()) ?? [];
    if (file) files.add(file);
  });
  await page.goto(url + path);
  await page.getByRole(role).first().waitFor();
  // What the page asks for when it has nothing else to do counts too.
  await page.waitForTimeout(SETTLE_MS);
  await page.close();
  return files;
}

function say(name, files, others) {
  let whole = 0;
  let shared = 0;
  for (const file of files) {
    const code = readFileSync(join(STATIC, file));
    const bytes = gzipSync(code).length;
    if (others.has(file)) {
      shared += bytes * ownShare(file, code);
    } else {
      whole += bytes;
    }
  }
  process.stdout.write(
    `${name}: ${kB(whole + shared)} of JavaScript, ${kB(
      shared,
    )} of it in files that every page loads\n`,
  );
}

/** Which part of a file comes from the plugin, from 0 to 1. */
function ownShare(file, code) {
  // A file of empty modules has no map.
  if (!existsSync(join(STATIC, `${file}.map`))) return 0;
  const map = new TraceMap(readFileSync(join(STATIC, `${file}.map`), 'utf8'));
  const lines = code.toString().split('\n');
  let own = 0;
  let last;
  const count = end => {
    if (last && OWN_SOURCE.test(last.source ?? '')) {
      own += Math.max(0, end - last.generatedColumn);
    }
  };
  eachMapping(map, mapping => {
    const isSameLine = last?.generatedLine === mapping.generatedLine;
    count(
      isSameLine
        ? mapping.generatedColumn
        : lines[(last?.generatedLine ?? 1) - 1].length,
    );
    last = mapping;
  });
  if (last) count(lines[last.generatedLine - 1].length);
  return own / code.length;
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
