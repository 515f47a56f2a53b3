// How often a trial tries: few times in `make test`, many under MINGBAI_TRIALS=full (`make trials-sync`,
// `make trials-security`); and the figure it ends in, a line that tests/trials.py finds and writes into docs/numbers.md.

export const full = process.env.MINGBAI_TRIALS === "full";
export const trials = (few, many) => (full ? many : few);
export const figure = (trial, words) => console.log(`figure ${trial}: ${words}`);

// Whole numbers below `bound`, the same for the same seed.
export function seeded(seed) {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * bound);
  };
}

// As many at once as asked, each taking the next piece of work.
export async function together(count, work) {
  let next = 0;
  await Promise.all(Array.from({ length: count }, async () => {
    for (let at; (at = next++), await work(at); );
  }));
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// A push and its answer, waited for as long as the server asks for time: a trial at full count is a flood to it.
export async function patiently(server, cookie, ...envelopes) {
  for (;;) {
    const answer = await server.push(cookie, ...envelopes);
    if (answer.status !== 429 && answer.status !== 503) return answer;
    await pause(Math.min(1000 * Number(answer.headers["retry-after"] ?? 1), 1000));
  }
}
