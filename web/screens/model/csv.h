#pragma once
// A table as a file for spreadsheets (CSV, RFC 4180): every cell quoted, lines ended by CR LF, UTF-8 with the mark that
// spreadsheets look for. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
//
//   Csv csv;
//   csv.line({"日期", "收到"});
//   platform::download("days.csv", "text/csv;charset=utf-8", csv.text());

#include <span>
#include <string>

namespace mingbai::screens {

class Csv {
 public:
  void line(std::span<const std::string> cells);
  void line(std::initializer_list<std::string> cells) { line(std::span(cells.begin(), cells.size())); }
  const std::string& text() const { return text_; }

 private:
  std::string text_ = "\xEF\xBB\xBF";
};

}  // namespace mingbai::screens
