#include "core/contract/messages.h"
#include "core/contract/write.h"

namespace mingbai::contract {
namespace {

using institution_payment::Quantity;
using institution_payment::Score;
using institution_payment::Way;

std::string_view unit_key(Quantity quantity) {
  constexpr std::string_view keys[]{"coefficient", "points", "yuan", "rw", "none"};
  return keys[static_cast<std::size_t>(quantity)];
}

std::string_view way_key(Way way) {
  constexpr std::string_view keys[]{"by_score", "by_item", "package"};
  return keys[static_cast<std::size_t>(way)];
}

Json to_json(std::optional<Decimal> decimal) { return decimal ? Json(to_text(*decimal)) : Json(nullptr); }

Json lines_json(const std::vector<institution_payment::ScoreLine>& lines, Language language) {
  Json out = Json::array();
  for (const auto& line : lines) {
    Json one = Json::object();
    one["step"] = line.step;
    one["amount"] =
        line.quantity == Quantity::yuan ? to_yuan(Money{line.amount}) : to_text(Decimal{line.amount});
    one["unit"] = unit_key(line.quantity);
    one["formula"] = line.formula.in(language);
    one["label"] = line.label.in(language);
    one["source"] = contract::to_json(line.source);
    out.push_back(std::move(one));
  }
  return out;
}

void write_case(const Score& score, Language language, Json& out) {
  out["group"] = score.group;
  out["group_label"] = score.group_label.in(language);
  out["group_in_hand"] = score.group_in_hand;
  out["class"] = score.provider_class.empty() ? Json(nullptr) : Json(score.provider_class);
  out["base_score"] = to_json(score.base_score);
  out["coefficient"] = to_json(score.coefficient);
  out["score"] = to_json(score.score);
  if (score.point_value) out["point_value"] = to_text(*score.point_value);
}

}  // namespace

std::string write(const Score& score, Language language) {
  Json out = Json::object();
  out["policy"] = policy_json(score.policy_id, score.policy_version, score.as_of);
  out["determined"] = score.determined;
  out["way"] = way_key(score.way);
  if (score.way != Way::package) write_case(score, language, out);
  if (score.budget) out["budget"] = to_yuan(*score.budget);
  if (score.monthly_advance) out["monthly_advance"] = to_yuan(*score.monthly_advance);
  if (score.payment) out["payment"] = to_yuan(*score.payment);
  out["lines"] = lines_json(score.lines, language);
  out["basis"] = to_key(score.basis);
  out["findings"] = contract::to_json(score.findings, language);
  out["missing"] = contract::to_json(score.missing, language);
  out["notes"] = contract::to_json(score.notes, language);
  return dump(out);
}

}  // namespace mingbai::contract
