#include <algorithm>

#include "core/filing/life/life.h"

namespace mingbai::filing {
namespace {

using Stages = std::uint32_t;
using Roles = std::uint32_t;

template <class... Ts>
constexpr std::uint32_t set(Ts... members) {
  return ((std::uint32_t{1} << static_cast<unsigned>(members)) | ...);
}

template <class T>
constexpr bool in(T member, std::uint32_t members) {
  return (members >> static_cast<unsigned>(member) & 1U) != 0;
}

struct Rule {
  EventType type;
  Stages from;
  Roles by;
};

constexpr Roles persons = set(Role::insured, Role::agent);
constexpr Roles staff = set(Role::institution_reviewer, Role::agency_clerk);
constexpr Roles itself = set(Role::system);
constexpr Stages undecided =
    set(Stage::submitted, Stage::confirmed, Stage::refusal_proposed, Stage::recheck_due);
constexpr Stages alive = set(Stage::submitted, Stage::supplement_asked, Stage::confirmed, Stage::reviewed,
                             Stage::in_effect, Stage::recheck_due);
constexpr Stages all_but_draft = ~set(Stage::draft);

constexpr Rule rules_of_events[] = {
    {EventType::submitted, alive | set(Stage::draft, Stage::refused, Stage::refusal_proposed),
     persons | staff | itself},
    {EventType::supplied, set(Stage::supplement_asked), persons | staff},
    {EventType::supplement_asked, undecided, staff},
    {EventType::confirmed, undecided & ~set(Stage::confirmed), set(Role::institution_reviewer)},
    {EventType::reviewed, undecided, set(Role::agency_clerk) | itself},
    {EventType::took_effect, set(Stage::submitted, Stage::confirmed, Stage::reviewed), itself},
    {EventType::recheck_due, set(Stage::in_effect), itself},
    {EventType::expired, set(Stage::reviewed, Stage::in_effect, Stage::recheck_due), itself},
    {EventType::refusal_proposed, undecided & ~set(Stage::refusal_proposed), staff | itself},
    {EventType::refused, all_but_draft | set(Stage::draft), staff | itself},
    {EventType::withdrawn,
     set(Stage::submitted, Stage::supplement_asked, Stage::confirmed, Stage::reviewed,
         Stage::refusal_proposed),
     persons},
    {EventType::cancelled, set(Stage::reviewed, Stage::in_effect, Stage::recheck_due), persons | staff},
    {EventType::providers_changed, alive, persons | staff},
    {EventType::spot_checked, set(Stage::in_effect, Stage::recheck_due, Stage::expired),
     set(Role::agency_clerk)},
    {EventType::note, all_but_draft, persons | staff | itself},
};

const Rule& rule_of(EventType type) {
  return *std::find_if(std::begin(rules_of_events), std::end(rules_of_events),
                       [&](const Rule& rule) { return rule.type == type; });
}

bool stage_allows(const Rule& rule, const Life& life, Role by) {
  if (rule.type == EventType::refused && by != Role::system) return life.stage == Stage::refusal_proposed;
  return in(life.stage, rule.from);
}

// Whether the pack leaves this step to the role: the institution where it decides, else the agency. The
// agency's review after a confirmation belongs to it as well.
bool is_decider(const LifeRules& rules, const Life& life, EventType type, Role by) {
  const bool steers = type == EventType::supplement_asked || type == EventType::confirmed ||
                      type == EventType::reviewed || type == EventType::refusal_proposed;
  if (!steers || by == Role::system) return true;
  if (by == Role::institution_reviewer) return rules.by == Decider::institution;
  return rules.by == Decider::agency || life.stage == Stage::confirmed ||
         life.stage == Stage::refusal_proposed;
}

bool second_person(const Life& life, EventType type, const std::int64_t actor) {
  if (life.stage != Stage::refusal_proposed || life.proposed_by == 0) return true;
  const bool settles = type == EventType::refused || type == EventType::confirmed ||
                       type == EventType::reviewed || type == EventType::supplement_asked;
  return !settles || actor != life.proposed_by;
}

bool has_reasons(const Event& event) { return event.reasons.find('{') != std::string::npos; }

Finding finding(std::string code, std::string fact, Text message, Text remedy) {
  Finding made;
  made.code = std::move(code);
  made.fact = std::move(fact);
  made.message = std::move(message);
  made.remedy = std::move(remedy);
  return made;
}

void check_who_and_when(const LifeRules& rules, const Life& life, const Event& event, Findings& findings) {
  const Rule& rule = rule_of(event.type);
  if (!stage_allows(rule, life, event.by)) {
    auto made = finding("stage_forbids", "stage",
                        {"备案现在的环节不能这样办。", "The filing's stage does not allow this."},
                        {"请先刷新，看备案现在到了哪一步。", "Reload and see where the filing stands now."});
    made.actual = to_key(life.stage);
    for (const Stage stage : all_stages()) {
      Life there = life;
      there.stage = stage;
      if (stage_allows(rule, there, event.by)) made.allowed.emplace_back(to_key(stage));
    }
    findings.push_back(std::move(made));
  }
  if (!in(event.by, rule.by)) {
    auto made =
        finding("role_forbids", "role", {"这一步不由您的角色办。", "This step is not your role's to take."},
                {"请由有权的人办理。", "Ask somebody whose role it is."});
    made.actual = to_key(event.by);
    for (const Role role : all_roles()) {
      if (in(role, rule.by)) made.allowed.emplace_back(to_key(role));
    }
    findings.push_back(std::move(made));
  } else if (!is_decider(rules, life, event.type, event.by)) {
    auto made =
        finding("decider_differs", "role",
                {"按政策，这份备案不由您这一方决定。", "By the policy this decision is not on your side."},
                {"请由政策写明的一方办理。", "Leave it to the side that the policy names."});
    made.actual = to_key(event.by);
    made.allowed = {std::string(to_key(rules.by))};
    findings.push_back(std::move(made));
  }
  if (!second_person(life, event.type, event.actor)) {
    findings.push_back(finding("second_person", "actor",
                               {"不通过须由第二个人确认。", "A refusal is confirmed by a second person."},
                               {"请同事来确认。", "Ask a colleague to confirm it."}));
  }
}

void check_content(const LifeRules& rules, const Life& life, const Event& event, Findings& findings) {
  const auto lacks = [&](std::string code, std::string fact, Text message, Text remedy) {
    findings.push_back(finding(std::move(code), std::move(fact), std::move(message), std::move(remedy)));
  };
  const bool set_aside = event.type == EventType::spot_checked && event.outcome == "set_aside";
  if ((event.type == EventType::refusal_proposed || set_aside ||
       (event.type == EventType::supplement_asked && event.documents.empty())) &&
      !has_reasons(event)) {
    lacks("reasons_missing", "reasons", {"没有写明理由。", "No reasons are given."},
          {"请把全部理由一次写明。", "State every reason at once."});
  }
  if (event.type == EventType::cancelled && event.reason.empty()) {
    lacks("reason_missing", "reason", {"取消要写明原因。", "A cancellation needs its reason."},
          {"请写明为什么取消。", "Say why it is cancelled."});
  }
  if (event.type == EventType::note && event.text.empty()) {
    lacks("text_missing", "text", {"备注是空的。", "The note is empty."},
          {"请写几个字。", "Write something."});
  }
  if (event.type == EventType::spot_checked && event.outcome != "upheld" && !set_aside) {
    lacks("outcome_unknown", "outcome",
          {"抽查结果只能是维持或不维持。", "A spot check upholds or sets aside."},
          {"请选择 upheld 或 set_aside。", "Choose upheld or set_aside."});
  }
  if (event.type == EventType::providers_changed) {
    if (!has_providers(rules.kind))
      lacks("kind_forbids", "kind", {"这类备案没有选点。", "Filings of this kind select no institution."},
            {"请另行申请。", "Apply for what you need."});
    if (event.providers.empty() || event.providers == life.providers)
      lacks("providers_missing", "providers", {"没有写明新的机构。", "No new institution is named."},
            {"请选择机构。", "Choose the institutions."});
  }
  if (event.type == EventType::reviewed && event.effective_from && event.effective_to &&
      *event.effective_to < *event.effective_from) {
    lacks("effective_days", "effective_to", {"待遇止日早于起日。", "The benefit would end before it begins."},
          {"请更正日期后重新提交。", "Correct the dates and submit again."});
  }
}

void check_day(const LifeRules& rules, const Life& life, const Event& event, Findings& findings) {
  const auto too_early = [&] {
    findings.push_back(finding("too_early", "day", {"还没有到这一天。", "The day for this has not come."},
                               {"到日子会自动办理。", "It happens by itself when the day comes."}));
  };
  if (event.type == EventType::took_effect && life.effective_from && event.day < *life.effective_from)
    too_early();
  if (event.type == EventType::expired && (!life.effective_to || event.day <= *life.effective_to))
    too_early();
  if (event.type == EventType::recheck_due && (!life.effective_to || event.day < *life.effective_to))
    too_early();
  const bool settles = event.type == EventType::reviewed ||
                       (event.type == EventType::took_effect && life.stage != Stage::reviewed);
  if (settles && event.by == Role::system && due(rules, life, event.day) != event.type) {
    findings.push_back(finding("waits_for_person", "role",
                               {"这份备案要由人决定。", "A person has to decide this filing."},
                               {"请等候审核。", "Wait for the review."}));
  }
}

}  // namespace

std::expected<Life, Findings> advance(const LifeRules& rules, const Life& life, const Event& event) {
  Findings findings;
  check_who_and_when(rules, life, event, findings);
  check_content(rules, life, event, findings);
  check_day(rules, life, event, findings);
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return after(life, event);
}

std::vector<Action> open_actions(const LifeRules& rules, const Life& life, Role role, std::int64_t actor) {
  std::vector<Action> open;
  for (const Action action : all_actions()) {
    const auto type = event_of(action);
    if (!type) continue;
    const Rule& rule = rule_of(*type);
    const bool possible = stage_allows(rule, life, role) && in(role, rule.by) &&
                          is_decider(rules, life, *type, role) && second_person(life, *type, actor) &&
                          (*type != EventType::providers_changed || has_providers(rules.kind));
    if (possible) open.push_back(action);
  }
  return open;
}

}  // namespace mingbai::filing
