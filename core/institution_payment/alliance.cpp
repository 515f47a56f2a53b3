#include "core/institution_payment/ladder.h"
#include "core/institution_payment/scoring.h"

namespace mingbai::institution_payment {
namespace {

using policy::Fact;

bool together(const Alliance& here, const Alliance& there) {
  return !here.key || !there.key || *here.key == *there.key;
}

bool stated(const Alliance& alliance) { return alliance.key || alliance.form || alliance.highest_class; }

}  // namespace

void take_highest_class(Scoring& scoring, const policy::ScoreStep& step) {
  const HospitalCase& one = *scoring.request.hospital_case;
  if (one.transfers.empty()) return;
  const Alliance& alliance = one.provider.alliance;
  if (!stated(alliance)) return scoring.unknown.push(Fact::case_provider_alliance);
  if (alliance.form == "close")
    return scoring.note({"紧密型医联体按总额打包付费，见预算；这里按单个病例算。",
                         "A close alliance is paid by a yearly budget; here the case is counted by itself."});
  const auto& ladder = scoring.rule.ladder;
  std::string highest = scoring.out.provider_class;
  bool apart = false;
  const auto consider = [&](const std::optional<std::string>& provider_class) {
    if (!provider_class) return scoring.unknown.push(Fact::case_transfers_class);
    if (highest.empty() || rung_of(ladder, *provider_class) > rung_of(ladder, highest))
      highest = *provider_class;
  };
  if (alliance.highest_class) {
    consider(alliance.highest_class);
  } else {
    for (const Provider& before : one.transfers)
      if (together(alliance, before.alliance))
        consider(before.provider_class);
      else
        apart = true;
  }
  if (apart)
    scoring.note({"有一段住院不在同一医联体内，另行结算。", "A stay outside the alliance is settled apart."});
  if (highest.empty()) return;
  scoring.out.provider_class = highest;
  scoring.facts.set_text(Fact::case_provider_class, highest);
  const Text name = label_of(scoring.pack(), Fact::case_provider_class, highest);
  scoring.line(step.key, step.label, Quantity::none, 0,
               {"算一次住院，与最后出院的机构结算，按" + name.zh,
                "one stay, settled with the last institution, at the class " + name.en},
               step.authority ? *step.authority : scoring.rule.authority);
}

}  // namespace mingbai::institution_payment
