// A sheet (card) and its smaller relatives: a surface with corners, padding and depth.
//
// Inside a sheet divide by hairlines, not by more sheets; an Inset is for the few things that need a ground.
// A sheet with a `target` or `pressable` is one big link or button; its name is what a screen reader says.
#pragma once

#include <cstdint>
#include <string_view>

#include "web/ui/semantics.h"

namespace mingbai::ui {

enum class Surface : std::uint8_t {
  paper,     // white, soft shadow
  urgent,    // paper with a 2 px gamboge border: not sent yet
  chosen,    // paper with a 2 px pine border
  outlined,  // paper with a hairline, no shadow
  dashed,    // no ground, dashed hairline: not there yet
  tint,      // inset area
  deep,      // the dark block; text and buttons on it turn light
  pine,
  gamboge,
  rouge,
  indigo,  // tinted grounds
};

struct SheetOptions {
  Surface surface = Surface::paper;
  float padding = -1;            // -1: 32, on phones 20
  float corner = -1;             // -1: 20, on phones 18
  bool flush = false;            // no padding at all: for pictures and split sheets
  bool stretch = false;          // as tall as the tallest column beside it
  std::string_view name = {};    // makes it a named region (or names the link)
  std::string_view target = {};  // "#/calculator": the whole sheet is a link
  bool pressable = false;        // the whole sheet is a button
  bool current = false;          // chosen among its siblings
  std::string_view key = {};
};

class Sheet {
 public:
  explicit Sheet(const SheetOptions& options = {});
  ~Sheet();
  bool activated() const { return activated_; }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

 private:
  bool activated_ = false;
};

// A small ground inside a sheet: corner 14, padding 14/16, on `tint`.
class Inset {
 public:
  explicit Inset(Surface surface = Surface::tint, float padding = 16, bool stretch = false);
  ~Inset();
  Inset(const Inset&) = delete;
  Inset& operator=(const Inset&) = delete;
};

}  // namespace mingbai::ui
