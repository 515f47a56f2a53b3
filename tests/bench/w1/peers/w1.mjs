// Shared by every Node peer: read claims, time, check against the reference, print one line.
import { readFileSync } from 'node:fs';
export const CLAIMS = process.env.CLAIMS;
export const load = () => JSON.parse(readFileSync(CLAIMS, 'utf8'));
// exact integer reference (fen; half-up per step): the oracle every peer is compared with
export const DED = [[30000, 60000, 100000], [30000, 60000, 120000]], RATE = [[95, 90, 85], [85, 75, 65]], CAP = [60000000, 35000000];
export function reference(c) {
  const compliant0 = c.total - c.own;
  const first = c.filing === 2 ? Math.floor((compliant0 * 20 + 50) / 100) : 0;
  const compliant = compliant0 - first;
  const over = Math.max(0, compliant - DED[c.scheme][c.level - 1]);
  const fund = Math.min(Math.floor((over * RATE[c.scheme][c.level - 1] + 50) / 100), Math.max(0, CAP[c.scheme] - c.ytd_fund));
  const self = compliant - fund;
  const base = Math.max(0, c.ytd_self + self - 1500000) - Math.max(0, c.ytd_self - 1500000);
  const major = Math.floor((base * 60 + 50) / 100);
  return [fund, major, c.total - fund - major];
}
// checksum = sum(fund + 2*major + 3*selfTotal), fen
export const addUp = (s, r) => s + r[0] + 2 * r[1] + 3 * r[2];
// seconds of the processor, of all threads: what else the machine does counts for little
const spent = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1e6; };
export const median = a => [...a].sort((x, y) => x - y)[a.length >> 1];
// run: (claims) => flat results array of [fund, major, self] triples (Float64Array), may be async
export async function bench(name, claims, run, { reps = 5, inner = 1, note = '', after = null } = {}) {
  let out = await run(claims); const t = []; if (inner > 1) for (let k = 0; k < inner; k++) out = await run(claims);
  for (let i = 0; i < reps; i++) { const a = spent(); out = await run(claims); for (let k = 1; k < inner; k++) out = await run(claims); t.push((spent() - a) / inner); }
  if (after) out = after();
  const n = claims.length; let sum = 0, bad = 0, worst = 0;
  for (let i = 0; i < n; i++) {
    const r = [out[3 * i], out[3 * i + 1], out[3 * i + 2]], q = reference(claims[i]);
    sum = addUp(sum, r.map(Math.round));
    const d = Math.max(...r.map((v, k) => Math.abs(v - q[k]))); if (!(d <= 1e-6)) bad++; if (!(d <= worst)) worst = d;
  }
  const rss = Math.round(process.memoryUsage().rss / 1048576);
  console.log(`${name} ${Math.round(n / Math.min(...t))} ${sum}  # n=${n} mismatches=${bad} worst_fen=${worst} least=${Math.round(n / Math.max(...t))} median=${Math.round(n / median(t))} rss_mb=${rss} ${note}`);
}
