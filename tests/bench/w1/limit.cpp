// The benchmark W1 written by hand in C++: the limit a policy as data is measured against.  AoS scalar, SoA int64, SoA double (integer-exact), SoA int32 columns + double arithmetic.
// Reads claims.csv, prints `name claims_per_second checksum`, each the best of five.  Checksum = sum(fund + 2*major + 3*self_total).
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>
#include "tests/bench/w1/seconds.h"
using i64 = int64_t; using i32 = int32_t; using u8 = uint8_t;
struct Claim { u8 scheme, filing, level; i64 total, own, ytd_self, ytd_fund; };
struct Out { i64 fund, major, self; };
static const i64 DED[6] = {30000, 60000, 100000, 30000, 60000, 120000}, RATE[6] = {95, 90, 85, 85, 75, 65}, CAP[2] = {60000000, 35000000};
static inline Out settle(const Claim& c) {
  const int k = c.scheme * 3 + c.level - 1;
  const i64 c0 = c.total - c.own, comp = c0 - (c.filing == 2 ? i64(uint64_t(c0 * 20 + 50) / 100) : 0);
  const i64 fund = std::min<i64>(i64(uint64_t(std::max<i64>(0, comp - DED[k]) * RATE[k] + 50) / 100), std::max<i64>(0, CAP[c.scheme] - c.ytd_fund));
  const i64 base = std::max<i64>(0, c.ytd_self + comp - fund - 1500000) - std::max<i64>(0, c.ytd_self - 1500000);
  const i64 major = i64(uint64_t(base * 60 + 50) / 100);
  return {fund, major, c.total - fund - major};
}
// Half-up v/100 for integer-valued v >= 0 with no division and no floor: (v + 0.1) * 0.01 is never a tie, so adding and taking away 1.5*2^52 rounds it
// to the nearest integer exactly (needs round-to-nearest and no -ffast-math).  Vectorises on plain SSE2 and on wasm simd128.
static inline double pct(double v) { const double m = 6755399441055744.0; return ((v + 0.1) * 0.01 + m) - m; }
static inline i64 pct(i64 v) { return i64(uint64_t(v + 50) / 100); }
// Blocked SoA: per block of 256 claims a scalar look-up of (deductible, rate, cap, unfiled share) into L1, then straight arithmetic.
template <class M, class T> __attribute__((noinline)) static void soa(size_t n, const u8* __restrict S, const u8* __restrict F, const u8* __restrict L, const M* __restrict T_, const M* __restrict O,
                     const M* __restrict Y, const M* __restrict Z, M* __restrict fund_, M* __restrict major_, M* __restrict self_) {
  struct P { T d, p; } tab[8]; for (int i = 0; i < 6; i++) tab[i + 1] = {T(DED[i]), T(RATE[i])};  // index scheme*3 + level, from 1
  const T cap[2] = {T(CAP[0]), T(CAP[1])}, share[3] = {T(0), T(0), T(20)}, zero = 0, lim = T(1500000);
  enum { B = 256 }; alignas(64) T d[B], p[B], c[B], u[B];
  for (size_t o = 0; o < n; o += B) {
    const size_t m = std::min<size_t>(B, n - o);
    for (size_t i = 0; i < m; i++) { const u8 s = S[o + i]; const P& q = tab[s * 3 + L[o + i]]; d[i] = q.d; p[i] = q.p; c[i] = cap[s]; u[i] = share[F[o + i]]; }
    for (size_t i = 0; i < m; i++) {
      const T tot = T(T_[o + i]), c0 = tot - T(O[o + i]), comp = c0 - pct(c0 * u[i]), ys = T(Y[o + i]);
      const T raw = pct(std::max(zero, comp - d[i]) * p[i]), left = std::max(zero, c[i] - T(Z[o + i])), fund = std::min(raw, left);
      const T major = pct((std::max(zero, ys + comp - fund - lim) - std::max(zero, ys - lim)) * 60);
      fund_[o + i] = M(fund); major_[o + i] = M(major); self_[o + i] = M(tot - fund - major);
    }
  }
}
template <class F, class C> static void best_of(const char* name, const char* tag, size_t n, F run, C check) {
  run(); std::vector<double> t; const int inner = int(std::max<size_t>(1, 4000000 / n));
  for (int r = 0; r < 5; r++) { const double a = bench::seconds(); for (int k = 0; k < inner; k++) { run(); asm volatile("" ::: "memory"); } t.push_back((bench::seconds() - a) / inner); }
  std::sort(t.begin(), t.end());
  printf("%s%s %.0f %lld  # n=%zu least=%.0f median=%.0f\n", name, tag, n / t[0], (long long)check(), n, n / t[4], n / t[2]); fflush(stdout);
}
template <class M, class T> static void run_soa(const char* name, const char* tag, const std::vector<Claim>& cs) {
  const size_t n = cs.size(); std::vector<u8> S(n), F(n), L(n); std::vector<M> A(n), O(n), Y(n), Z(n), f(n), m(n), s(n);
  for (size_t i = 0; i < n; i++) { auto& c = cs[i]; S[i] = c.scheme; F[i] = c.filing; L[i] = c.level; A[i] = M(c.total); O[i] = M(c.own); Y[i] = M(c.ytd_self); Z[i] = M(c.ytd_fund); }
  best_of(name, tag, n, [&] { soa<M, T>(n, S.data(), F.data(), L.data(), A.data(), O.data(), Y.data(), Z.data(), f.data(), m.data(), s.data()); },
        [&] { i64 h = 0; for (size_t i = 0; i < n; i++) h += i64(f[i]) + 2 * i64(m[i]) + 3 * i64(s[i]); return h; });
}
int main(int argc, char** argv) {
  const char* tag = argc > 2 ? argv[2] : ""; FILE* fp = argc > 1 && !strcmp(argv[1], "-") ? stdin : fopen(argc > 1 ? argv[1] : "data/claims.csv", "r"); if (!fp) return perror("claims"), 1;
  char line[256]; std::vector<Claim> cs; if (!fgets(line, sizeof line, fp)) return 1;
  while (fgets(line, sizeof line, fp)) { char* p = line; i64 v[7]; for (auto& x : v) x = strtoll(p, &p, 10), p++; cs.push_back({u8(v[0]), u8(v[1]), u8(v[2]), v[3], v[4], v[5], v[6]}); }
  std::vector<Out> out(cs.size());
  best_of("cpp-aos-i64", tag, cs.size(), [&] { for (size_t i = 0; i < cs.size(); i++) out[i] = settle(cs[i]); }, [&] { i64 h = 0; for (auto& o : out) h += o.fund + 2 * o.major + 3 * o.self; return h; });
  run_soa<i64, i64>("cpp-soa-i64", tag, cs);
  run_soa<double, double>("cpp-soa-f64", tag, cs);
  run_soa<i32, double>("cpp-soa-i32in-f64", tag, cs);
}
