// Where things stand. Widgets take the next place of the innermost scope; scopes nest as C++ blocks do.
//
//   Page page;                                       // the scrolling document, centred, with margins
//   Columns columns({.tracks = {fixed(352), fill()}, .gap = 32, .key = "bill"});
//   columns.next({.sticky = true});  { Sheet form;   text_field(…); }
//   columns.next();                  { Sheet result; heading(…); Row row({.align = Align::end}); button(…); }
//
// Sizes that are only known after drawing (a row's width, a sheet's height) are remembered from the pass
// before; the frame is laid out again before it is shown when one of them changed, so nothing jumps.
// All lengths are CSS px. Spacing keeps to 4 8 12 16 20 24 32 40 48 64.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "web/ui/colour.h"
#include "web/ui/semantics.h"

namespace mingbai::ui {

enum class Align : std::uint8_t { start, centre, end, between, stretch };

struct Track {
  enum Kind : std::uint8_t { fixed_width, share, hugging } kind;
  float value;
};
constexpr Track fixed(float px) { return {Track::fixed_width, px}; }
constexpr Track fill(float weight = 1) { return {Track::share, weight}; }
constexpr Track hug() { return {Track::hugging, 0}; }  // as wide as what is inside

void gap(float px);       // extra distance before the next thing
float available_width();  // of the innermost scope
float cursor_top();       // where the next thing will stand, in the document
float scroll_top();       // how far the document has been scrolled
void scroll_to_top();
bool scrolled_past(float document_y);                     // true when that line has left the view at the top
void divider(float above = 16, float below = 16);         // hairline
void strong_divider(float above = 16, float below = 16);  // 1.5 px in ink, before a total

// Keeps identical labels apart: everything drawn while it lives gets ids of its own.
class Keyed {
 public:
  explicit Keyed(std::string_view key);
  explicit Keyed(std::uint64_t key);
  ~Keyed();
  Keyed(const Keyed&) = delete;
  Keyed& operator=(const Keyed&) = delete;
};

// One below the other.
struct StackOptions {
  float gap = 0;
  float max_width = 0;  // 0: all there is
  float inset_left = 0, inset_top = 0, inset_right = 0, inset_bottom = 0;
  Align align = Align::start;
  std::string_view key = {};
};
class Stack {
 public:
  explicit Stack(const StackOptions& options = {});
  ~Stack();
  Stack(const Stack&) = delete;
  Stack& operator=(const Stack&) = delete;
};

// One beside the other, centred on the line, wrapping when there is no room.
struct RowOptions {
  float gap = 8;
  Align align = Align::start;
  bool wrap = true;
  float line_gap = 8;
  std::string_view key = {};
};
class Row {
 public:
  explicit Row(const RowOptions& options = {});
  ~Row();
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;
};

// Side by side with widths of their own. next() opens the next column.
struct ColumnsOptions {
  std::vector<Track> tracks;
  float gap = 24;
  Align align = Align::start;  // of shorter columns: start, centre or end
  std::string_view key = {};
};
struct ColumnOptions {
  bool sticky = false;  // stays in view while a longer neighbour scrolls
};
class Columns {
 public:
  explicit Columns(const ColumnsOptions& options);
  ~Columns();
  void next(const ColumnOptions& options = {});
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;
};

// The scrolling document: content at most 1184 wide at the size of text and centred, sheets 24 apart (16 on phones).
struct PageOptions {
  bool narrow = false;         // one column of at most 640 at every width
  float top = 32;              // margin above (20 on phones)
  std::string_view name = {};  // of the main landmark
};
class Page {
 public:
  explicit Page(const PageOptions& options = {});
  ~Page();
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;
};

// A bar fixed to the bottom of the view, above the phone's navigation: "您要付 ¥20,250.00".
class BottomBar {
 public:
  explicit BottomBar(std::string_view name, float height = 56);
  ~BottomBar();
  BottomBar(const BottomBar&) = delete;
  BottomBar& operator=(const BottomBar&) = delete;
};

}  // namespace mingbai::ui
