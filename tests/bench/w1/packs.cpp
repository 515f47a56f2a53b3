// How long loading every pack takes: packs BUNDLE prints the milliseconds of reading, checking and compiling all
// policies for one day, the median of nine, and of the first, when nothing is warm.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <vector>

#include "core/policy/edition.h"
#include "core/policy/library.h"

using namespace mingbai;

int main(int count, char** words) {
  if (count < 2) return 2;
  std::ifstream file(words[1], std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  const std::string bundle = text.str();
  std::vector<double> times;
  std::size_t rows = 0;
  for (int round = 0; round < 9; ++round) {
    const auto start = std::chrono::steady_clock::now();
    const auto library = policy::Library::load(bundle);
    if (!library) return 1;
    for (const auto id : library->ids())
      rows += policy::compile(*library->find(id), *parse_date("2025-09-10"), {true, true, true}).rows.size();
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  const double first = times[0];
  std::sort(times.begin(), times.end());
  std::printf("packs-ms %.2f %zu\npacks-first-ms %.2f\n", times[4], rows, first);
}
