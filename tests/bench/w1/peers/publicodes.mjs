// publicodes: rules in its own YAML (given here as the JavaScript object the YAML parses to).
import Engine from 'publicodes';
import { load, bench } from './w1.mjs';
const lvl = (a, b, c) => ({ variations: [{ si: 'level = 1', alors: a }, { si: 'level = 2', alors: b }, { sinon: c }] });
const rules = {
  scheme: null, filing: null, level: null, total: null, own: null, 'ytd self': null, 'ytd fund': null,
  'deductible': { variations: [{ si: 'scheme = 0', alors: lvl(30000, 60000, 100000) }, { sinon: lvl(30000, 60000, 120000) }] },
  'rate': { variations: [{ si: 'scheme = 0', alors: lvl('95%', '90%', '85%') }, { sinon: lvl('85%', '75%', '65%') }] },
  'cap': { variations: [{ si: 'scheme = 0', alors: 60000000 }, { sinon: 35000000 }] },
  'first compliant': { valeur: 'total - own' },
  'unfiled self pay': { 'applicable si': 'filing = 2', valeur: 'first compliant * 20%', arrondi: 'oui' },
  'compliant': { valeur: 'first compliant - unfiled self pay' },
  'over deductible': { valeur: 'compliant - deductible', plancher: 0 },
  'cap left': { valeur: 'cap - ytd fund', plancher: 0 },
  'fund uncapped': { valeur: 'over deductible * rate', arrondi: 'oui' },
  'fund': { valeur: 'fund uncapped', plafond: 'cap left' },
  'self pay': { valeur: 'compliant - fund' },
  'base after': { valeur: 'ytd self + self pay - 1500000', plancher: 0 },
  'base before': { valeur: 'ytd self - 1500000', plancher: 0 },
  'major': { valeur: '60% * (base after - base before)', arrondi: 'oui' },
  'self total': { valeur: 'total - fund - major' },
};
const t0 = performance.now(); const engine = new Engine(rules, { warn: false, logger: { log() {}, warn() {}, error: console.error } }); const parse = performance.now() - t0;
const key = { scheme: 'scheme', filing: 'filing', level: 'level', total: 'total', own: 'own', ytd_self: 'ytd self', ytd_fund: 'ytd fund' };
const goals = ['fund', 'major', 'self total'];
const N = +(process.env.N ?? 2000), claims = load().slice(0, N);
const situation = c => ({ scheme: c.scheme, filing: c.filing, level: c.level, total: c.total, own: c.own, 'ytd self': c.ytd_self, 'ytd fund': c.ytd_fund });
await bench('publicodes', claims, cs => {
  const out = new Float64Array(cs.length * 3); let j = 0;
  for (const c of cs) { engine.setSituation(situation(c)); for (const g of goals) out[j++] = engine.evaluate(g).nodeValue; }
  return out;
}, { note: `parse_ms=${parse.toFixed(1)}` });
// explain: the tree is always built; walk it, as an "explain" screen would
let nodes = 0; const seen = new Set();
const walk = x => { if (!x || typeof x !== 'object' || seen.has(x)) return; seen.add(x); nodes += !!x.nodeKind; for (const k of Object.values(x)) Array.isArray(k) ? k.forEach(walk) : walk(k); };
await bench('publicodes-explain', claims.slice(0, 500), cs => {
  const out = new Float64Array(cs.length * 3); let j = 0;
  for (const c of cs) { engine.setSituation(situation(c)); for (const g of goals) { const r = engine.evaluate(g); seen.clear(); walk(r); out[j++] = r.nodeValue; } }
  return out;
}, { note: 'evaluate + walk of the whole tree' });
console.log('# nodes walked a claim', Math.round(nodes / 500 / 6));
engine.setSituation({}); console.log('# missing inputs with an empty situation:', Object.keys(engine.evaluate('self total').missingVariables).join(', '));
