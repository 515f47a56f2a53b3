// What a figure rests on. Every status has a word, a shape and a colour.
//
//   source_chip({.document = "楚医保办〔2022〕5号", .clause = "二(二)", .standing = Standing::in_force, …})
#pragma once

#include <cstdint>
#include <string_view>

#include "web/ui/icons.h"

namespace mingbai::ui {

enum class Standing : std::uint8_t { none, in_force, draft, assumed, repealed };

enum class Tone : std::uint8_t {
  in_force,
  draft,
  assumed,
  repealed,  // standings
  good,
  fault,
  waiting,
  neutral,
};
Tone tone(Standing standing);

// `icon` none: the tone's own.
void status_chip(Tone tone, std::string_view words, Icon icon = Icon::none);

struct SourceChip {
  std::string_view document;
  std::string_view clause = {};
  Standing standing = Standing::none;
  std::string_view words = {};        // of the status, "现行"
  std::string_view short_words = {};  // on phones, "假设" for "假设·待核原文"
  std::string_view target = {};       // "#/rules/…"
  std::string_view key = {};
};
bool source_chip(const SourceChip& chip);

}  // namespace mingbai::ui
