#include "shell/cli/national.h"

#include <ostream>

#include "core/contract/fault.h"
#include "core/filing/civil_day.h"
#include "core/national/export.h"
#include "core/national/reconcile.h"
#include "generated/policies_bundle.h"
#include "shell/cli/national_send.h"
#include "shell/cli/packs.h"
#include "shell/cli/requests.h"
#include "shell/server/clock.h"

namespace mingbai::cli {
namespace {

using contract::Json;

std::optional<national::Tables> open_tables(const Invocation& call) {
  auto tables = national::read_tables(policies_bundle());
  if (tables) return std::move(*tables);
  print_findings(call, tables.error());
  return std::nullopt;
}

// The moment in China, as the platform writes it.
std::string time_in_china() {
  constexpr sync::Milliseconds eight_hours = 8 * 3600 * 1000;
  std::string text = sync::utc_text(server::now() + eight_hours);
  text[10] = ' ';
  text.pop_back();
  return text;
}

std::optional<national::Sending> sending_of(const Invocation& call) {
  national::Sending out{.time = call.value("--time", time_in_china())};
  const std::string serial = call.value("--serial", "1");
  constexpr std::size_t digits_most = 6;
  if (serial.empty() || serial.size() > digits_most ||
      serial.find_first_not_of("0123456789") != std::string::npos) {
    call.refuse("--serial 应为数字。", "--serial is a number.");
    return std::nullopt;
  }
  out.serial = std::stoi(serial);
  if (!call.has("--header")) return out;
  const auto text = read_file(call.value("--header"));
  if (!text) {
    call.refuse("读不到 --header 的文件。", "Cannot read the file of --header.");
    return std::nullopt;
  }
  auto header = contract::parse_json(*text);
  if (header) {
    out.header = std::move(*header);
    return out;
  }
  print_findings(call, header.error());
  return std::nullopt;
}

std::optional<std::string> transaction_of(const Invocation& call) {
  if (!call.has("--transaction")) return std::nullopt;
  return call.value("--transaction");
}

int write_or_send(const Invocation& call, const std::vector<Json>& messages) {
  int code = done;
  for (const Json& message : messages) {
    if (!call.has("--send")) {
      call.out << contract::dump(message) << '\n';
    } else if (const auto answer = send_to_platform(call.value("--send"), message)) {
      call.out << contract::dump(answer->json) << '\n';
      if (!answer->accepted) code = found_something;
    } else {
      call.err
          << call.say(
                 "平台没有回答；不知道它是否收到，请用 5301 或 5302 核对后再重发。",
                 "The platform gave no answer; whether it received anything is not known: ask by 5301 or "
                 "5302 before sending again.")
          << '\n';
      return found_something;
    }
  }
  return code;
}

}  // namespace

int export_national(const Invocation& call) {
  const auto tables = open_tables(call);
  const auto library = open_library(call);
  if (!tables || !library) return wrong_input;
  const auto text = read_input(call);
  auto sending = sending_of(call);
  if (!text || !sending) return wrong_input;
  int code = done;
  for (const std::string_view filing : requests_in(*text)) {
    const auto messages =
        national::export_filing(*tables, *library, filing, {transaction_of(call), *sending});
    if (!messages) {
      print_findings(call, messages.error());
      code = wrong_input;
      continue;
    }
    sending->serial += static_cast<int>(messages->size());
    code = std::max(code, write_or_send(call, *messages));
  }
  return code;
}

int import_national(const Invocation& call) {
  const auto tables = open_tables(call);
  const auto library = open_library(call);
  if (!tables || !library) return wrong_input;
  const auto answer = read_input(call);
  const auto filings = read_file(call.value("--filings"));
  if (!answer) return wrong_input;
  if (!filings)
    return call.refuse("请用 --filings 给出我们的备案（JSON 行）。",
                       "Give our filings, JSON lines, by --filings.");
  const auto result =
      national::reconcile(*tables, *library, *answer, requests_in(*filings), transaction_of(call));
  if (!result) return print_findings(call, result.error()), wrong_input;
  call.out << contract::dump(national::to_json(*result)) << '\n';
  return result->agrees() ? done : found_something;
}

}  // namespace mingbai::cli
