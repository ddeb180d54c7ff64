const MOST_UNDER_WAY = 64;
const TIMERS_ARE_LATE_MS = 2;

/** Passes on what one socket receives to another one, some time later. */
export class DelayedFlow {
  #from;
  #to;
  #underWay = [];
  #timer;
  #turn;
  #stopped = false;

  static create(from, to, getDelay) {
    const flow = new DelayedFlow();
    flow.#from = from;
    flow.#to = to;
    from.on('data', chunk => flow.#take(chunk, getDelay()));
    from.on('end', () => flow.#take(undefined, getDelay()));
    to.on('drain', () => flow.#pass());
    return flow;
  }

  /** Loses what is under way and takes in nothing more. */
  stop() {
    this.#stopped = true;
    this.#forgetTimers();
    this.#from.pause();
  }

  #forgetTimers() {
    clearTimeout(this.#timer);
    clearImmediate(this.#turn);
  }

  #take(chunk, delayMs) {
    this.#underWay.push({ chunk, due: performance.now() + delayMs });
    // A reader that does not keep up slows the writer, as on any line.
    if (this.#underWay.length >= MOST_UNDER_WAY) this.#from.pause();
    if (this.#underWay.length === 1) this.#pass();
  }

  /** Timers are late by up to a millisecond or two: the last is waited out. */
  #passIn(ms) {
    const pass = () => this.#pass();
    if (ms > TIMERS_ARE_LATE_MS) {
      this.#timer = setTimeout(pass, ms - TIMERS_ARE_LATE_MS);
    } else {
      this.#turn = setImmediate(pass);
    }
  }

  #pass() {
    this.#forgetTimers();
    while (!this.#stopped && this.#underWay.length > 0) {
      const { chunk, due } = this.#underWay[0];
      const wait = due - performance.now();
      if (wait > 0) {
        this.#passIn(wait);
        return;
      }
      this.#underWay.shift();
      if (chunk === undefined) this.#to.end();
      else if (!this.#to.write(chunk)) break;
    }
    if (!this.#stopped && this.#underWay.length < MOST_UNDER_WAY / 2) {
      this.#from.resume();
    }
  }
}
