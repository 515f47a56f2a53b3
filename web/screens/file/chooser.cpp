#include "web/screens/file/chooser.h"

#include <algorithm>

#include "web/screens/model/filing_options.h"
#include "web/ui/ui.h"

namespace mingbai::screens {
namespace {

constexpr std::size_t open_most = 8;  // as many as one sees at a glance

}  // namespace

// What is chosen, with the way back to the search.
bool Chooser::draw_chosen(std::string_view label, const std::string& value, const std::vector<FilingQuestion::Option>& options,
                          const Context& c) {
  const auto option = std::ranges::find(options, value, &FilingQuestion::Option::value);
  const std::string_view words = option == options.end() ? std::string_view(value) : std::string_view(option->label);
  const std::string_view detail = option == options.end() ? c.t("file.as_typed") : std::string_view(option->detail);
  const ui::Region group(ui::Role::group, label, "chosen");
  ui::text(label, ui::Type::label, ui::Token::ink2, {.silent = true});
  ui::gap(4);
  ui::Inset inset(ui::Surface::pine, 14);
  {
    ui::Row row({.gap = 12, .align = ui::Align::between});
    ui::text(words, ui::Type::strong);
    if (ui::button(c.t("file.choose_other"), {.kind = ui::ButtonKind::words, .small = true, .key = "other"})) return true;
  }
  if (!detail.empty()) ui::text(detail, ui::Type::label, ui::Token::ink2);
  return false;
}

bool Chooser::draw(const ChooserWords& words, std::string& value, const std::vector<FilingQuestion::Option>& options,
                   const std::vector<std::string>& taken, const Context& c) {
  if (!value.empty() && !searching_) {
    searching_ = draw_chosen(words.label, value, options, c);
    return false;
  }
  Options offered;
  for (const FilingQuestion::Option& option : narrowed(options, typed_)) {
    if (std::ranges::find(taken, option.value) == taken.end()) offered.push_back(option);
  }
  ui::caption(words.label);
  ui::gap(4);
  ui::text_field(words.search, typed_, {.kind = ui::FieldKind::search, .hint = words.hint, .label_hidden = true, .icon = ui::Icon::search, .key = "search"});
  const std::size_t more = offered.size() > open_most ? offered.size() - open_most : 0;
  if (more > 0) offered.resize(open_most);
  const bool known = std::ranges::any_of(offered, [&](const auto& o) { return o.label == typed_ || o.value == typed_; });
  const std::string as_typed = typed_.empty() || known ? std::string() : c.t("file.use_typed", {{"typed", typed_}});
  std::vector<ui::Choice> choices;
  for (const FilingQuestion::Option& option : offered) choices.push_back({option.value, option.label, option.detail});
  if (!as_typed.empty()) choices.push_back({typed_, as_typed, c.t("file.use_typed_line")});
  std::string chosen = value;
  ui::gap(8);
  const bool changed = !choices.empty() && ui::radio_list(words.label, chosen, choices, {.label_hidden = true, .key = "list"});
  if (more > 0) ui::hint(c.t("file.more_matches", {{"count", std::to_string(more)}}));
  if (!changed) return false;
  value = chosen;
  clear();
  return true;
}

}  // namespace mingbai::screens
