#include <algorithm>

#include "core/contract/simulation.h"
#include "core/policy/element.h"
#include "core/scenario/claim_fields.h"

namespace mingbai::contract {
namespace {

using policy::Element;
using policy::Fact;
using policy::FactType;
using scenario::Draw;
using scenario::Only;
using scenario::Population;

constexpr std::size_t choices_most = 1000;
constexpr std::int64_t integers_most = 5000;  // different ones in a draw
constexpr std::int64_t integer_most = 1'000'000;

std::optional<Fact> read_fact(const Element& element, std::string_view key) {
  const std::string name = element.text(key);
  if (name.empty()) return std::nullopt;
  const auto fact = scenario::find_claim_column(name);
  if (!fact) element.fault(Fault::unknown_value, key, name, scenario::claim_column_names());
  return fact;
}

// A coded value as the word it is: text, true, 3.
std::optional<std::string> word_of(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_boolean()) return json.get<bool>() ? "true" : "false";
  if (json.is_number_integer()) return std::to_string(json.get<std::int64_t>());
  return std::nullopt;
}

std::optional<std::int64_t> number_of(const Json& json, FactType type) {
  if (json.is_number_unsigned() && type == FactType::integer && json <= integer_most)
    return json.get<std::int64_t>();
  if (!json.is_string()) return std::nullopt;
  const auto& text = json.get_ref<const std::string&>();
  if (type == FactType::money) {
    const auto money = parse_money(text);
    if (money && money->fen >= 0) return money->fen;
  } else if (type == FactType::date) {
    if (const auto day = parse_date(text)) return day->days;
  } else if (type == FactType::ratio) {
    if (const auto ratio = parse_ratio(text)) return ratio->basis_points;
  }
  return std::nullopt;
}

std::vector<Only> read_only(const Element& element) {
  std::vector<Only> out;
  const Json* when = element.find("when");
  if (when == nullptr) return out;
  if (!when->is_object()) {
    element.fault(Fault::wrong_type, "when", kind_of(*when).en, {"an object"});
    return out;
  }
  for (auto it = when->begin(); it != when->end(); ++it) {
    const auto fact = scenario::find_claim_column(it.key());
    if (!fact || !scenario::is_coded(*fact)) {
      element.fault(Fault::unknown_key, "when", it.key(), scenario::claim_column_names());
      continue;
    }
    Only only{*fact, {}};
    const Json list = it->is_array() ? *it : Json::array({*it});
    for (const Json& value : list)
      if (const auto word = word_of(value))
        only.words.push_back(*word);
      else
        element.fault(Fault::wrong_type, "when", kind_of(value).en, {"text"});
    out.push_back(std::move(only));
  }
  return out;
}

std::uint32_t read_weight(const Element& choice) {
  const Json* weight = choice.find("weight");
  if (weight != nullptr && weight->is_number_unsigned() && *weight >= 1 && *weight <= 1'000'000)
    return weight->get<std::uint32_t>();
  choice.fault(weight == nullptr ? Fault::missing_key : Fault::out_of_range, "weight",
               weight == nullptr ? std::nullopt : std::optional(plain(*weight)), {"1–1000000"});
  return 1;
}

template <class Take>
void read_choices(const Element& element, std::vector<std::uint32_t>& up_to, Take take) {
  const auto choices = element.list("choose");
  if (choices.empty() || choices.size() > choices_most)
    return element.fault(Fault::empty_list, "choose", std::to_string(choices.size()));
  for (const Element& choice : choices) {
    choice.only({"value", "weight"});
    up_to.push_back((up_to.empty() ? 0 : up_to.back()) + read_weight(choice));
    take(choice);
  }
}

void read_value(const Element& element, std::string_view key, Draw& draw) {
  const Json* value = element.find(key);
  if (value == nullptr) return element.fault(Fault::missing_key, key);
  if (scenario::is_coded(draw.fact)) {
    const auto word = word_of(*value);
    if (!word) return element.fault(Fault::wrong_type, key, kind_of(*value).en, {"text"});
    draw.words.push_back(*word);
  } else if (const auto number = number_of(*value, policy::type_of(draw.fact))) {
    draw.numbers.push_back(*number);
  } else {
    element.fault(Fault::pack_bad_value, key, plain(*value),
                  {std::string(to_key(policy::type_of(draw.fact)))});
  }
}

void read_range(const Element& element, FactType type, Draw& draw) {
  const auto range = element.object("uniform");
  if (!range) return element.fault(Fault::missing_key, "uniform");
  range->only({"from", "to"});
  for (const char* key : {"from", "to"}) {
    const Json* value = range->find(key);
    const auto number = value == nullptr ? std::nullopt : number_of(*value, type);
    if (!number)
      range->fault(value == nullptr ? Fault::missing_key : Fault::pack_bad_value, key,
                   value == nullptr ? std::nullopt : std::optional(plain(*value)),
                   {std::string(to_key(type))});
    draw.numbers.push_back(number.value_or(0));
  }
  if (draw.numbers[1] < draw.numbers[0] ||
      (type == FactType::integer && draw.numbers[1] - draw.numbers[0] > integers_most))
    range->fault(Fault::out_of_range, "to", std::to_string(draw.numbers[1]),
                 {std::to_string(draw.numbers[0]) + "–"});
  if (draw.numbers[1] < draw.numbers[0]) draw.numbers[1] = draw.numbers[0];
}

void read_quantiles(const Element& element, Draw& draw) {
  const Json* list = element.find("quantiles");
  const auto type = policy::type_of(draw.fact);
  if (!list->is_array() || list->size() < 2 || list->size() > choices_most || scenario::is_coded(draw.fact))
    return element.fault(Fault::pack_bad_value, "quantiles", plain(*list), {"two numbers or more, rising"});
  for (const Json& value : *list) {
    const auto number = number_of(value, type);
    if (!number || (!draw.numbers.empty() && *number < draw.numbers.back()))
      element.fault(Fault::pack_bad_value, "quantiles", plain(value), {"rising"});
    draw.numbers.push_back(number.value_or(0));
  }
  if (!std::ranges::is_sorted(draw.numbers)) std::ranges::sort(draw.numbers);
}

std::optional<Draw> read_draw(const Element& element) {
  element.only({"fact", "when", "value", "choose", "uniform", "quantiles", "share_of", "before", "note"});
  const auto fact = read_fact(element, "fact");
  if (!fact) return std::nullopt;
  Draw out;
  out.fact = *fact;
  out.only = read_only(element);
  const auto type = policy::type_of(*fact);
  if (element.has("share_of") && type == FactType::money) {
    out.kind = Draw::Kind::share_of;
    out.of = read_fact(element, "share_of");
    read_range(element, FactType::ratio, out);
  } else if (element.has("before") && type == FactType::date) {
    out.kind = Draw::Kind::days_before;
    out.of = read_fact(element, "before");
    read_range(element, FactType::integer, out);
  } else if (element.has("choose")) {
    read_choices(element, out.weights_up_to,
                 [&](const Element& choice) { read_value(choice, "value", out); });
  } else if (element.has("uniform") && (!scenario::is_coded(*fact) || type == FactType::integer)) {
    out.kind = Draw::Kind::uniform;
    read_range(element, type, out);
  } else if (element.has("quantiles")) {
    out.kind = Draw::Kind::quantiles;
    read_quantiles(element, out);
  } else if (element.has("value")) {
    out.weights_up_to = {1};
    read_value(element, "value", out);
  } else {
    element.fault(Fault::missing_key, "choose");
  }
  if (out.of && policy::type_of(*out.of) != type)
    element.fault(Fault::pack_fact_type, out.kind == Draw::Kind::share_of ? "share_of" : "before",
                  std::string(policy::name_of(*out.of)), {std::string(to_key(type))});
  return out;
}

// A draw may look only at facts drawn before it.
void check_order(const std::vector<Element>& elements, std::vector<Draw>& draws, std::vector<Fact>& drawn) {
  for (std::size_t i = 0; i < draws.size(); ++i) {
    const auto before = [&](Fact fact) { return std::ranges::find(drawn, fact) != drawn.end(); };
    for (const Only& only : draws[i].only)
      if (!before(only.fact))
        elements[i].fault(Fault::pack_dangling_reference, "when", std::string(policy::name_of(only.fact)));
    if (draws[i].of && !before(*draws[i].of))
      elements[i].fault(Fault::pack_dangling_reference, "", std::string(policy::name_of(*draws[i].of)));
    drawn.push_back(draws[i].fact);
  }
}

using Policies = std::vector<const policy::Policy*>;

void check_word(const Element& element, const std::string& key, Fact fact, const std::string& word,
                const Policies& policies) {
  auto wrong = scenario::check_word(fact, word, policies);
  if (!wrong) return;
  wrong->fact = element.place(key);
  element.findings().push_back(std::move(*wrong));
}

// What `when` asks for, at the place of the fact.
void check_words(const Element& element, const std::vector<Only>& only, const Policies& policies) {
  for (const Only& one : only)
    for (const std::string& word : one.words)
      check_word(element, "when/" + std::string(policy::name_of(one.fact)), one.fact, word, policies);
}

// What a draw gives must be something the fact can be.
void check_words(const Element& element, const Draw& draw, const Policies& policies) {
  check_words(element, draw.only, policies);
  const bool chosen = element.has("choose");
  for (std::size_t i = 0; i < draw.words.size(); ++i)
    check_word(element, chosen ? "choose/" + std::to_string(i) + "/value" : "value", draw.fact, draw.words[i],
               policies);
  if (draw.kind == Draw::Kind::uniform && scenario::is_coded(draw.fact) && draw.numbers.size() == 2)
    for (const std::size_t end : {0, 1})
      check_word(element, end == 0 ? "uniform/from" : "uniform/to", draw.fact,
                 std::to_string(draw.numbers[end]), policies);
}

std::vector<Draw> read_draws(const Element& population, std::string_view key, std::vector<Fact>& drawn,
                             const Policies& policies) {
  std::vector<Draw> out;
  std::vector<Element> read;
  for (const Element& element : population.list(key))
    if (auto draw = read_draw(element)) {
      if (!policies.empty()) check_words(element, *draw, policies);
      out.push_back(std::move(*draw));
      read.push_back(element);
    }
  check_order(read, out, drawn);
  return out;
}

void read_visits(const Element& population, Population& out, const Policies& policies) {
  for (const Element& element : population.list("visits")) {
    element.only({"when", "choose", "note"});
    scenario::VisitCount count{read_only(element), {}, {}};
    if (!policies.empty()) check_words(element, count.only, policies);
    read_choices(element, count.weights_up_to, [&](const Element& choice) {
      const Json* value = choice.find("value");
      const bool good = value != nullptr && value->is_number_unsigned() && *value <= scenario::visits_most;
      if (!good)
        choice.fault(Fault::out_of_range, "value", value == nullptr ? "" : plain(*value),
                     {"0–" + std::to_string(scenario::visits_most)});
      count.counts.push_back(good ? value->get<std::uint32_t>() : 0);
    });
    if (!count.counts.empty()) out.visits.push_back(std::move(count));
  }
  if (out.visits.empty()) population.fault(Fault::missing_key, "visits");
}

}  // namespace

std::optional<Population> read_population(std::string_view text, const std::string& place, Findings& findings,
                                          const Policies& policies) {
  const auto json = parse_json(text, message_bytes_most, PathStyle::pointer);
  if (!json) {
    for (Finding finding : json.error()) {
      finding.fact = place + "#" + finding.fact;
      findings.push_back(std::move(finding));
    }
    return std::nullopt;
  }
  const std::size_t before = findings.size();
  const Element element(*json, place + "#", findings);
  if (!element.is_object()) return std::nullopt;
  element.only({"format", "id", "title", "note", "person", "visits", "visit"});
  if (const Json* format = element.find("format"); format == nullptr || *format != 1)
    element.fault(Fault::pack_bad_value, "format", format == nullptr ? "" : plain(*format), {"1"});
  Population out;
  out.id = element.text("id");
  out.title = element.words("title");
  std::vector<Fact> drawn;
  out.person = read_draws(element, "person", drawn, policies);
  read_visits(element, out, policies);
  out.visit = read_draws(element, "visit", drawn, policies);
  if (std::ranges::find(drawn, Fact::claim_total) == drawn.end())
    element.fault(Fault::missing_key, "visit", std::nullopt, {"claim.total"});
  if (findings.size() > before) return std::nullopt;
  return out;
}

}  // namespace mingbai::contract
