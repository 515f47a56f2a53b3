#include "tests/bench/load/envelopes.h"

#include <array>
#include <cstdio>

namespace mingbai::load {
namespace {

constexpr std::string_view residence =
    R"({\"policy\":\"zhongshan\",\"insured\":{\"name\":\"陈测试\",\"scheme\":\"employee_combined\",\"enrolled\":true,\"region\":\"442000\",\"certificate\":{\"type\":\"identity_card\",\"number\":\"#\"}},\"application\":{\"kind\":\"remote_care\",\"category\":\"retired_settled\",\"care_region\":\"440100\",\"channel\":\"online\",\"documents\":[\"identity_card\",\"residence_proof\"]}})";
constexpr std::string_view disease =
    R"({\"policy\":\"zhongshan\",\"insured\":{\"name\":\"陈测试\",\"scheme\":\"employee_combined\",\"enrolled\":true,\"region\":\"442000\",\"certificate\":{\"type\":\"identity_card\",\"number\":\"#\"}},\"application\":{\"kind\":\"special_disease\",\"channel\":\"institution\",\"setting\":\"outpatient\",\"disease\":{\"code\":\"M03900\",\"class\":\"two\"},\"provider\":{\"code\":\"H44200100026\",\"region\":\"442000\",\"level\":3,\"kind\":\"hospital\",\"qualified\":true},\"documents\":[\"identity_card\",\"diagnosis_certificate\"]}})";

std::string hex(std::uint64_t high, std::uint64_t low) {
  std::array<char, 33> text{};
  std::snprintf(text.data(), text.size(), "%016llx%016llx", static_cast<unsigned long long>(high),
                static_cast<unsigned long long>(low));
  return text.data();
}

}  // namespace

std::string certificate(std::uint64_t number) {
  const auto part = [&](std::uint64_t of) {
    const auto value = number % of;
    number /= of;
    return static_cast<unsigned>(value);
  };
  const unsigned order = part(999), day = part(28), month = part(12), year = part(50);
  std::array<char, 18> digits{};
  std::snprintf(digits.data(), digits.size(), "442000%04u%02u%02u%03u", 1930 + year, month + 1, day + 1, order + 1);
  constexpr std::array weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t at = 0; at < weights.size(); ++at) sum += (digits[at] - '0') * weights[at];
  return std::string(digits.data(), weights.size()) + "10X98765432"[sum % 11];
}

Pushes::Pushes(std::string host, std::uint64_t run) : host_(std::move(host)), run_(run) {}

void Pushes::write(std::uint64_t number, std::string_view cookie, std::string& out) const {
  const bool sick = number % 2 == 1;
  const std::string_view payload = sick ? disease : residence;
  const auto hole = payload.find('#');
  std::string body = R"({"envelopes":[{"format":1,"id":")";
  body += hex(run_, number);
  body += R"(","filing":")";
  body += hex(~run_, number);
  body += R"(","base_version":0,"kind":")";
  body += sick ? "special_disease" : "remote_care";
  body += R"(","created_at":"2026-11-22T08:00:00Z","payload":")";
  body.append(payload.substr(0, hole)).append(certificate(number)).append(payload.substr(hole + 1)).append("\"}]}");
  out.clear();
  out.append("POST /api/v1/push HTTP/1.1\r\nHost: ").append(host_).append("\r\nOrigin: http://").append(host_);
  out.append("\r\nContent-Type: application/json\r\nCookie: ").append(cookie);
  out.append("\r\nContent-Length: ").append(std::to_string(body.size())).append("\r\n\r\n").append(body);
}

}  // namespace mingbai::load
