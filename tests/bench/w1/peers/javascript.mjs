// plain hand-written JavaScript: (1) row objects, as read from JSON; (2) typed-array columns (SoA)
import { load, bench, reference, DED, RATE, CAP } from './w1.mjs';
const claims = load();
await bench('js-objects', claims, cs => {
  const out = new Float64Array(cs.length * 3); let j = 0;
  for (const c of cs) { const r = reference(c); out[j++] = r[0]; out[j++] = r[1]; out[j++] = r[2]; }
  return out;
}, { inner: 20 });
const n = claims.length, col = (k, T = Float64Array) => T.from(claims, c => c[k]);
const S = col('scheme', Uint8Array), F = col('filing', Uint8Array), L = col('level', Uint8Array), T = col('total'), O = col('own'), Y = col('ytd_self'), Z = col('ytd_fund');
const ded = Float64Array.from(DED.flat()), rate = Float64Array.from(RATE.flat()), cap = Float64Array.from(CAP), out = new Float64Array(n * 3);
await bench('js-soa', claims, () => {
  for (let i = 0, j = 0; i < n; i++, j += 3) {
    const k = S[i] * 3 + L[i] - 1, c0 = T[i] - O[i], comp = c0 - (F[i] === 2 ? Math.floor((c0 * 20 + 50) / 100) : 0);
    const fund = Math.min(Math.floor((Math.max(0, comp - ded[k]) * rate[k] + 50) / 100), Math.max(0, cap[S[i]] - Z[i]));
    const base = Math.max(0, Y[i] + comp - fund - 1500000) - Math.max(0, Y[i] - 1500000), major = Math.floor((base * 60 + 50) / 100);
    out[j] = fund; out[j + 1] = major; out[j + 2] = T[i] - fund - major;
  }
  return out;
}, { inner: 50 });
