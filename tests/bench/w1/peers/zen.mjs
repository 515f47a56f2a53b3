// GoRules ZEN engine (Rust, native linux-x64 addon) with a JDM decision: input -> two decision tables -> expression node -> output.
import { ZenEngine, ZenDecisionContent } from '@gorules/zen-engine';
import { load, bench, DED, RATE, CAP } from './w1.mjs';
const pct = (x, p) => `floor((${x} * ${p} + 50) / 100)`;
const rules = []; for (const s of [0, 1]) for (const l of [1, 2, 3]) rules.push({ _id: `r${s}${l}`, s: `${s}`, l: `${l}`, d: `${DED[s][l - 1]}`, p: `${RATE[s][l - 1]}`, c: `${CAP[s]}` });
const expr = [
  ['c0', 'total - own'], ['first', `filing == 2 ? ${pct('$.c0', 20)} : 0`], ['comp', '$.c0 - $.first'],
  ['fund', `min([${pct('max([0, $.comp - ded])', 'rate')}, max([0, cap - ytd_fund])])`],
  ['base', 'max([0, ytd_self + $.comp - $.fund - 1500000]) - max([0, ytd_self - 1500000])'],
  ['major', pct('$.base', 60)], ['self', 'total - $.fund - $.major'],
];
const jdm = {
  nodes: [
    { id: 'in', name: 'claim', type: 'inputNode', position: { x: 0, y: 0 }, content: {} },
    { id: 'tab', name: 'deductible, rate, cap', type: 'decisionTableNode', position: { x: 200, y: 0 }, content: {
      hitPolicy: 'first', passThrough: true, inputField: null, outputPath: null, executionMode: 'single',
      inputs: [{ id: 's', name: 'scheme', field: 'scheme' }, { id: 'l', name: 'level', field: 'level' }],
      outputs: [{ id: 'd', name: 'ded', field: 'ded' }, { id: 'p', name: 'rate', field: 'rate' }, { id: 'c', name: 'cap', field: 'cap' }], rules } },
    { id: 'calc', name: 'settle', type: 'expressionNode', position: { x: 400, y: 0 }, content: { passThrough: false, inputField: null, outputPath: null, executionMode: 'single',
      expressions: expr.map(([key, value], i) => ({ id: `e${i}`, key, value })) } },
    { id: 'out', name: 'result', type: 'outputNode', position: { x: 600, y: 0 }, content: {} },
  ],
  edges: [['in', 'tab'], ['tab', 'calc'], ['calc', 'out']].map(([sourceId, targetId], i) => ({ id: `g${i}`, type: 'edge', sourceId, targetId })),
};
const engine = new ZenEngine(), decision = engine.createDecision(new ZenDecisionContent(jdm));
const claims = load().slice(0, +(process.env.N ?? 20000));
if (process.env.SHOW) console.log(JSON.stringify(await decision.evaluate(claims[0], { trace: true }), null, 1));
const run = (opt, wave) => async cs => {
  const out = new Float64Array(cs.length * 3); let j = 0;
  const put = ({ result: r }) => { out[j++] = r.fund; out[j++] = r.major; out[j++] = r.self; };
  if (wave === 1) for (const c of cs) put(await decision.evaluate(c, opt));
  else for (let i = 0; i < cs.length; i += wave) (await Promise.all(cs.slice(i, i + wave).map(c => decision.evaluate(c, opt)))).forEach(put);
  return out;
};
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1e6; };
for (const [name, opt, wave, cs] of [['zen', {}, 1, claims], ['zen-wave100', {}, 100, claims], ['zen-trace', { trace: true }, 1, claims.slice(0, 5000)], ['zen-trace-wave100', { trace: true }, 100, claims.slice(0, 5000)]]) {
  const a = cpu(); const w = process.hrtime.bigint(); await bench(name, cs, run(opt, wave)); console.log(`# ${name}: cpu/wall ${((cpu() - a) / (Number(process.hrtime.bigint() - w) / 1e9)).toFixed(2)} cores`);
}
// batch inside the engine: one call, executionMode loop over an array (no per-claim crossing)
const jl = structuredClone(jdm); for (const n of jl.nodes) if (n.content.executionMode) { n.content.executionMode = 'loop'; n.content.inputField = 'claims'; n.content.outputPath = 'claims'; }
const dl = engine.createDecision(new ZenDecisionContent(jl));
await bench('zen-loop-in-engine', claims, async cs => {
  const out = new Float64Array(cs.length * 3); let j = 0;
  for (let i = 0; i < cs.length; i += 1000) { const { result } = await dl.evaluate({ claims: cs.slice(i, i + 1000) }); for (const r of result.claims) { out[j++] = r.fund; out[j++] = r.major; out[j++] = r.self; } }
  return out;
});
