// json-rules-engine: a rule engine (conditions -> events), not a calculator.  Arithmetic lives in facts (JavaScript functions); rules choose the parameters.
// The friendliest reading: 6 rules pick (deductible, rate) by scheme and level, 1 rule marks unfiled; the host folds the events and computes.
import pkg from 'json-rules-engine';
import { load, bench, DED, RATE, CAP } from './w1.mjs';
const { Engine } = pkg;
const is = (fact, value) => ({ fact, operator: 'equal', value });
const make = () => {
  const e = new Engine([]);
  for (const s of [0, 1]) for (const l of [1, 2, 3])
    e.addRule({ conditions: { all: [is('scheme', s), is('level', l)] }, event: { type: 'rate', params: { ded: DED[s][l - 1], rate: RATE[s][l - 1], cap: CAP[s] } } });
  e.addRule({ conditions: { all: [is('filing', 2)] }, event: { type: 'unfiled', params: { share: 20 } } });
  return e;
};
const pct = (x, p) => Math.floor((x * p + 50) / 100);
const e = make();
const claims = load().slice(0, +(process.env.N ?? 20000));
await bench('json-rules-engine', claims, async cs => {
  const out = new Float64Array(cs.length * 3); let j = 0;
  for (const c of cs) {
    const { events } = await e.run(c); let p, share = 0;
    for (const ev of events) if (ev.type === 'rate') p = ev.params; else share = ev.params.share;
    const c0 = c.total - c.own, comp = c0 - pct(c0, share), fund = Math.min(pct(Math.max(0, comp - p.ded), p.rate), Math.max(0, p.cap - c.ytd_fund));
    const base = Math.max(0, c.ytd_self + comp - fund - 1500000) - Math.max(0, c.ytd_self - 1500000), major = pct(base, 60);
    out[j++] = fund; out[j++] = major; out[j++] = c.total - fund - major;
  }
  return out;
}, { note: 'arithmetic by the host' });
