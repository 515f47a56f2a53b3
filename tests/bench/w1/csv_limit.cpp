// What reading a CSV costs at least: csv_limit mingbai.csv prints `name rows_per_second checksum`, each the best of nine.
// csv-lines only finds the ends of lines; csv-by-hand knows the eight columns, their words and the policy, as a programmer
// would write it for this one file. Both are what `csv-to-result` of batch.cpp, which knows none of it, is held against.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/bench/w1/seconds.h"

namespace {

using Sum = std::int64_t;
constexpr Sum deductibles[]{30000, 60000, 100000, 30000, 60000, 120000};
constexpr Sum ratios[]{95, 90, 85, 85, 75, 65}, ceilings[]{60000000, 35000000};

Sum percent(Sum sum, Sum ratio) { return (sum * ratio + 50) / 100; }
Sum over(Sum a, Sum b) { return std::max<Sum>(0, a - b); }

Sum fen(const char*& p) {
  Sum out = 0;
  for (; *p != '.'; ++p) out = out * 10 + (*p - '0');
  out = out * 100 + (p[1] - '0') * 10 + (p[2] - '0');
  p += 4;
  return out;
}

const char* after_comma(const char* p) {
  while (*p++ != ',') {
  }
  return p;
}

Sum by_hand(const char* p, const char* end) {
  Sum out = 0;
  while (p < end) {
    const int scheme = *p == 'r' ? 1 : 0;
    p = after_comma(p);
    const bool unfiled = *p == 'u';
    p = after_comma(p);
    const int row = scheme * 3 + (*p - '1');
    p = after_comma(after_comma(p));
    const Sum total = fen(p), own = fen(p), borne = fen(p), paid = fen(p), cost = total - own;
    const Sum eligible = cost - (unfiled ? percent(cost, 20) : 0);
    const Sum fund = std::min(percent(over(eligible, deductibles[row]), ratios[row]), over(ceilings[scheme], paid));
    const Sum major = percent(over(borne + eligible - fund, 1500000) - over(borne, 1500000), 60);
    out += fund + 2 * major + 3 * (total - fund - major);
  }
  return out;
}

Sum lines(const char* p, const char* end) {
  Sum out = 0;
  while ((p = static_cast<const char*>(std::memchr(p, '\n', static_cast<std::size_t>(end - p))))) ++out, ++p;
  return out;
}

template <class Run>
void best_of(const char* name, Sum rows, Run run) {
  double best = 1e9;
  Sum sum = 0;
  for (int round = 0; round < 9; ++round) {
    const double start = bench::seconds();
    sum = run();
    best = std::min(best, bench::seconds() - start);
  }
  std::printf("%s %.0f %lld\n", name, static_cast<double>(rows) / best, static_cast<long long>(sum));
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return 2;
  std::ifstream file(words[1], std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  const std::string text = std::move(all).str();
  const char *begin = text.data() + text.find('\n') + 1, *end = text.data() + text.size();
  const Sum rows = lines(begin, end);
  best_of("csv-lines", rows, [&] { return lines(begin, end); });
  best_of("csv-by-hand", rows, [&] { return by_hand(begin, end); });
}
