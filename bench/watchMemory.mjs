import { readFileSync } from 'node:fs';

const SAMPLE_MS = 50;
const KIB_PER_MIB = 1_024;

/** Watches the resident memory of a process from now on. */
export function watchMemory(pid) {
  const idle = residentMib(pid);
  let most = idle;
  const look = () => {
    most = Math.max(most, residentMib(pid));
  };
  const timer = setInterval(look, SAMPLE_MS);
  return {
    idle,
    /** Ends it, and tells how much more the process took at most, in MiB. */
    stop() {
      clearInterval(timer);
      look();
      return Math.round(most - idle);
    },
  };
}

function residentMib(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) / KIB_PER_MIB;
}
