#pragma once
// Pushes of one valid envelope each, as bytes to send: no two have the same id, filing or person. Every second one is
// a disease for an institution, the others remote residence; the certificate numbers are invented, with right check
// digits. Making one costs a copy and a few digits, so that the client does not measure itself.

#include <cstdint>
#include <string>
#include <string_view>

namespace mingbai::load {

// 18 digits of nobody; different for every number below 16 million.
std::string certificate(std::uint64_t number);

class Pushes {
 public:
  Pushes(std::string host, std::uint64_t run);  // `run` makes the ids of this run its own

  // Writes the request into `out`, in the place of what was there.
  void write(std::uint64_t number, std::string_view cookie, std::string& out) const;

 private:
  std::string host_;
  std::uint64_t run_;
};

}  // namespace mingbai::load
