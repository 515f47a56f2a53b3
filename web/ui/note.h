// Notes, short messages, emptiness and waiting.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "web/ui/button.h"
#include "web/ui/text.h"

namespace mingbai::ui {

enum class NoteTone : std::uint8_t { assumption, fault, good, information };

// Tinted ground with an icon; the first words are bold. Returns the index of the activated link span, or -1.
int note(NoteTone tone, std::span<const Span> spans, Icon icon = Icon::none);
int note(NoteTone tone, std::string_view marked_words, Icon icon = Icon::none);
// The same with a button at its right end (below on phones). True when pressed.
bool note_with_action(NoteTone tone, std::string_view marked_words, std::string_view action,
                      Icon icon = Icon::none);

// A short message over everything for 6 s, longer while focused; a fault stays until closed.
// `action` may be empty; toast_action() tells once which toast's action was pressed.
void toast(std::string_view key, std::string_view words, std::string_view action = {}, bool fault = false);
bool toast_action(std::string_view key);
bool toast_stands(std::string_view key);
void close_toast(std::string_view key);

// The same look inside the flow.
bool message_bar(std::string_view words, std::string_view action = {}, bool fault = false,
                 std::string_view key = {});

// Said by screen readers, not painted.
void announce(std::string_view words);

struct Empty {
  Icon icon;
  std::string_view title, sentence, action;
};
bool empty_state(const Empty& empty);

// Words above, a bar below. `fraction` 0 to 1.
void progress(std::string_view words, std::string_view right, double fraction, std::string_view key = {});

// A turning arc for waits over 300 ms.
void spinner(std::string_view name, float size = 24);

}  // namespace mingbai::ui
