// json-logic-js (interpreter) and json-logic-engine (interpreter and compiled).  One JSON-logic document per output; no local variables exist in
// JSON Logic, so intermediate results are either inlined (repeated work) or computed in stages by the host.  Staged here: the friendliest reading for the peer.
// Neither has floor/round built in: `floor` is added as a custom operator.  Ratio as integer per cent, so each rounding is floor((x*pct+50)/100).
import jl from 'json-logic-js';
import { LogicEngine } from 'json-logic-engine';
import { load, bench, DED, RATE, CAP } from './w1.mjs';
const v = x => ({ var: x }), pct = (x, p) => ({ floor: [{ '/': [{ '+': [{ '*': [x, p] }, 50] }, 100] }] });
const table = t => ({ if: [{ '==': [v('scheme'), 0] }, { if: [{ '==': [v('level'), 1] }, t[0][0], { '==': [v('level'), 2] }, t[0][1], t[0][2]] }, { if: [{ '==': [v('level'), 1] }, t[1][0], { '==': [v('level'), 2] }, t[1][1], t[1][2]] }] });
const max0 = x => ({ max: [0, x] });
export const stages = [
  ['c0', { '-': [v('total'), v('own')] }],
  ['comp', { '-': [v('c0'), { if: [{ '==': [v('filing'), 2] }, pct(v('c0'), 20), 0] }] }],
  ['fund', { min: [pct(max0({ '-': [v('comp'), table(DED)] }), table(RATE)), max0({ '-': [{ if: [{ '==': [v('scheme'), 0] }, CAP[0], CAP[1]] }, v('ytd_fund')] })] }],
  ['base', { '-': [max0({ '-': [{ '+': [v('ytd_self'), { '-': [v('comp'), v('fund')] }] }, 1500000] }), max0({ '-': [v('ytd_self'), 1500000] })] }],
  ['major', pct(v('base'), 60)],
  ['self', { '-': [{ '-': [v('total'), v('fund')] }, v('major')] }],
];
const claims = load();
// a scope of one fixed shape, reused: copying the claim with {...c} and adding keys costs ~7 us a claim and would hide the engine
const drive = ([c0, comp, fund, base, major, self]) => cs => {
  const out = new Float64Array(cs.length * 3), d = { scheme: 0, filing: 0, level: 0, total: 0, own: 0, ytd_self: 0, ytd_fund: 0, c0: 0, comp: 0, fund: 0, base: 0, major: 0, self: 0 }; let j = 0;
  for (const c of cs) {
    d.scheme = c.scheme; d.filing = c.filing; d.level = c.level; d.total = c.total; d.own = c.own; d.ytd_self = c.ytd_self; d.ytd_fund = c.ytd_fund;
    d.c0 = c0(d); d.comp = comp(d); out[j++] = d.fund = fund(d); d.base = base(d); out[j++] = d.major = major(d); out[j++] = d.self = self(d);
  }
  return out;
};
const floor = x => Math.floor(Array.isArray(x) ? x[0] : x);
jl.add_operation('floor', Math.floor);
await bench('json-logic-js', claims, drive(stages.map(([, r]) => d => jl.apply(r, d))));
const e = new LogicEngine(); e.addMethod('floor', floor, { deterministic: true, sync: true });
await bench('json-logic-engine-interp', claims, drive(stages.map(([, r]) => d => e.run(r, d))));
await bench('json-logic-engine-compiled', claims, drive(stages.map(([, r]) => e.build(r))));
