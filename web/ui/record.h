// What happened to a filing: a timeline and a receipt.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "web/ui/icons.h"

namespace mingbai::ui {

struct Event {
  enum class When : std::uint8_t { past, now, future } when = When::past;
  std::string_view title, detail, time;
  Icon icon = Icon::check;
  bool fault = false;
};
void timeline(std::span<const Event> events, std::string_view name);

// A `tint` sheet with a dashed line between two notches. What is drawn while it lives stands below the line.
struct ReceiptOptions {
  std::string_view title;         // 医保局已收到
  std::string_view number_label;  // 回执号
  std::string_view number, time;
  bool pending = false;  // gamboge: not received yet
};
class Receipt {
 public:
  explicit Receipt(const ReceiptOptions& options);
  ~Receipt();
  Receipt(const Receipt&) = delete;
  Receipt& operator=(const Receipt&) = delete;
};

}  // namespace mingbai::ui
