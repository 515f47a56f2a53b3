#pragma once
// Seeded chance in whole numbers: the same seed and stream give the same draws on every machine, natively
// and in wasm. One stream a person, so that a person does not depend on who was drawn before. SplitMix64
// (Steele, Lea, Flood 2014).

#include <cstdint>

namespace mingbai::scenario {

class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t stream) : state_(mixed(seed) ^ mixed(stream + increment)) {}

  std::uint64_t next() { return mixed(state_ += increment); }

  // 0 … n − 1; n at most 2^32.
  std::uint64_t below(std::uint64_t n) { return ((next() >> 32) * n) >> 32; }

  // from … to, both included.
  std::int64_t between(std::int64_t from, std::int64_t to) {
    const auto width = static_cast<std::uint64_t>(to - from) + 1;
    if (width <= std::uint64_t{1} << 32) return from + static_cast<std::int64_t>(below(width));
    return from + static_cast<std::int64_t>(next() % width);
  }

 private:
  static constexpr std::uint64_t increment = 0x9E3779B97F4A7C15;
  static constexpr std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

}  // namespace mingbai::scenario
