/**
 * To be loaded into a backend with `--import`: on SIGUSR2 it writes to the
 * file EVENT_LOOP_FILE for how long its event loop was busy at most since the
 * last time, in milliseconds.
 */
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

process.on('SIGUSR2', () => {
  const [max, p99] = [delay.max, delay.percentile(99)].map(ns => ns / 1e6);
  writeFileSync(process.env.EVENT_LOOP_FILE, JSON.stringify({ max, p99 }));
  delay.reset();
});
