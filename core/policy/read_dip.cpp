#include <algorithm>

#include "core/policy/read_scores.h"

namespace mingbai::policy {
namespace {

std::optional<Decimal> read_decimal(const Element& element, std::string_view key) {
  if (!element.has(key)) return std::nullopt;
  const auto value = read_amount(element, key, Unit::decimal);
  return value ? std::optional(Decimal{*value}) : std::nullopt;
}

Procedure read_procedure(const Element& element) {
  element.only({"label", "codes"});
  return {element.text("label"), element.texts("codes")};
}

std::string read_known(const Element& element, std::string_view key, const std::vector<std::string>& known) {
  const std::string written = element.text_or(key, "");
  if (!written.empty() && std::ranges::find(known, written) == known.end())
    element.fault(Fault::unknown_value, key, written, known);
  return written;
}

// Above zero and below a hundred thousand million yuan: no product of it leaves 64 bits.
std::optional<Money> read_mean_cost(const Element& element) {
  constexpr std::int64_t fen_most = 10'000'000'000'000;
  const auto fen = read_amount(element, "mean_cost", Unit::money);
  if (fen && *fen > 0 && *fen < fen_most) return Money{*fen};
  if (fen) element.fault(Fault::pack_bad_value, "mean_cost", to_yuan(Money{*fen}), {"\"9000.00\""});
  return std::nullopt;
}

DipGroup read_group(Reading& reading, const Element& element) {
  element.only({"code", "label", "diagnosis", "procedures", "treatment", "score", "mean_cost", "coefficients",
                "effective_from", "effective_to", "status", "source", "note", "untested"});
  DipGroup out;
  out.code = element.text("code");
  out.label = element.words("label");
  out.diagnosis = element.text("diagnosis");
  for (const Element& procedure : element.list("procedures"))
    out.procedures.push_back(read_procedure(procedure));
  out.treatment = read_known(element, "treatment", reading.policy.dictionary.keys(Fact::case_treatment));
  out.score = read_decimal(element, "score");
  if (element.has("mean_cost")) out.mean_cost = read_mean_cost(element);
  for (const Element& one : element.list("coefficients")) {
    one.only({"class", "value"});
    out.coefficients.push_back(
        {read_known(one, "class", reading.policy.dictionary.keys(Fact::case_provider_class)),
         read_decimal(one, "value").value_or(Decimal{})});
    if (!one.has("class")) one.fault(Fault::missing_key, "class");
    if (!one.has("value")) one.fault(Fault::missing_key, "value");
  }
  out.authority = read_authority(reading, element);
  return out;
}

ListSize read_size(Reading& reading, const Element& element) {
  element.only({"size", "share", "treatments", "effective_from", "effective_to", "status", "source", "note",
                "untested"});
  ListSize out;
  out.size = read_amount(element, "size", Unit::count).value_or(0);
  if (element.has("share"))
    if (const auto share = read_amount(element, "share", Unit::ratio))
      out.share = Ratio{static_cast<std::int32_t>(*share)};
  out.treatments = element.texts("treatments");
  out.authority = read_authority(reading, element);
  return out;
}

void read_dip_list(Reading& reading, const Element& element, const std::string& id) {
  element.only({"id", "complete", "source", "status", "note", "sizes", "members"});
  DipList out;
  out.id = element.text("id");
  if (out.id != id) element.fault(Fault::pack_bad_value, "id", out.id, {id});
  out.complete = element.flag("complete");
  out.place = element.place();
  if (!element.has("source")) element.fault(Fault::pack_missing_source, "source");
  for (const Element& size : element.list("sizes")) out.sizes.push_back(read_size(reading, size));
  for (const Element& member : element.list("members")) {
    out.members.push_back(read_group(reading, member));
    const auto& code = out.members.back().code;
    const auto same = [&](const DipGroup& g) { return g.code == code; };
    if (!code.empty() && std::ranges::count_if(out.members, same) > 1) {
      const auto& first = *std::ranges::find_if(out.members, same);
      if (first.authority.source.effective == out.members.back().authority.source.effective)
        member.fault(Fault::pack_duplicate_id, "code", code);
    }
  }
  reading.policy.payment.lists.push_back(std::move(out));
}

}  // namespace

void read_dip_lists(Reading& reading, const std::vector<Ancestor>& line) {
  for (const std::string name : {"dip_groups", "dip_grass_roots", "dip_grass_roots_tcm"}) {
    const std::string file = "catalogues/" + name + ".json";
    const auto youngest = std::find_if(line.rbegin(), line.rend(),
                                       [&](const Ancestor& a) { return a.files->parts.contains(file); });
    if (youngest == line.rend()) continue;
    const Element list(*youngest->files->parts.at(file), youngest->folder + "/" + file + "#",
                       reading.findings);
    if (list.is_object()) read_dip_list(reading, list, name);
  }
}

const DipList* InstitutionPayment::list(std::string_view id) const {
  const auto it = std::ranges::find(lists, id, [](const DipList& l) -> std::string_view { return l.id; });
  return it == lists.end() ? nullptr : &*it;
}

}  // namespace mingbai::policy
