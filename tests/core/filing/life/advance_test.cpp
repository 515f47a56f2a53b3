#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <sstream>

#include "core/filing/life/life.h"

namespace mingbai::filing {
namespace {

const Date today = *parse_date("2026-11-22");

// Who may bring an event about, and at which stages; written out here once more, in words.
struct Expected {
  const char* by;
  const char* from;
};
const std::map<std::string, Expected> expected = {
    {"submitted",
     {"insured agent institution_reviewer agency_clerk system",
      "draft submitted confirmed reviewed in_effect recheck_due supplement_asked refusal_proposed refused"}},
    {"supplied", {"insured agent institution_reviewer agency_clerk", "supplement_asked"}},
    {"supplement_asked",
     {"institution_reviewer agency_clerk", "submitted confirmed refusal_proposed recheck_due"}},
    {"confirmed", {"institution_reviewer", "submitted refusal_proposed recheck_due"}},
    {"reviewed", {"agency_clerk system", "submitted confirmed refusal_proposed recheck_due"}},
    {"took_effect", {"system", "submitted confirmed reviewed"}},
    {"recheck_due", {"system", "in_effect"}},
    {"expired", {"system", "reviewed in_effect recheck_due"}},
    {"refusal_proposed", {"institution_reviewer agency_clerk system", "submitted confirmed recheck_due"}},
    {"refused", {"institution_reviewer agency_clerk system", "refusal_proposed"}},
    {"withdrawn", {"insured agent", "submitted supplement_asked confirmed reviewed refusal_proposed"}},
    {"cancelled", {"insured agent institution_reviewer agency_clerk", "reviewed in_effect recheck_due"}},
    {"providers_changed",
     {"insured agent institution_reviewer agency_clerk",
      "submitted supplement_asked confirmed reviewed in_effect recheck_due"}},
    {"spot_checked", {"agency_clerk", "in_effect recheck_due expired"}},
    {"note",
     {"insured agent institution_reviewer agency_clerk system",
      "submitted supplement_asked confirmed reviewed in_effect recheck_due expired refusal_proposed refused "
      "withdrawn cancelled"}},
};

bool lists(const std::string& words, std::string_view word) {
  std::istringstream in(words);
  for (std::string one; in >> one;) {
    if (one == word) return true;
  }
  return false;
}

Event event(EventType type, Role by, std::int64_t actor = 7) {
  Event made{.type = type, .at = 5, .day = today, .by = by, .actor = actor};
  made.reasons = R"([{"code":"x"}])";
  made.reason = made.text = "words";
  made.outcome = "upheld";
  made.providers = {"H44200100026"};
  return made;
}

Life at(Stage stage) {
  Life life;
  life.stage = stage;
  life.since = 1;
  if (stage == Stage::refusal_proposed) life.proposed_by = 3;
  return life;
}

bool has(const std::expected<Life, Findings>& result, std::string_view code) {
  return !result && std::any_of(result.error().begin(), result.error().end(),
                                [&](const Finding& finding) { return finding.code == code; });
}

LifeRules rules(Decider by, Mode mode = Mode::review) {
  LifeRules made{.kind = "special_disease", .mode = mode, .by = by};
  made.waits_for_person = mode != Mode::instant;
  return made;
}

TEST_CASE("every stage, event and role: allowed as written, else every reason with its remedy") {
  int allowed = 0, refused = 0;
  for (const EventType type : all_event_types()) {
    const auto& row = expected.at(std::string(to_key(type)));
    for (const Stage stage : all_stages()) {
      for (const Role role : {Role::insured, Role::agent, Role::institution_reviewer, Role::agency_clerk,
                              Role::auditor, Role::operator_, Role::system}) {
        INFO(to_key(type) << " at " << to_key(stage) << " by " << to_key(role));
        const Decider by = role == Role::institution_reviewer ? Decider::institution : Decider::agency;
        const auto result = advance(rules(by), at(stage), event(type, role));
        const bool role_ok = lists(row.by, to_key(role));
        // The server's refusal of an edit is noted at any stage.
        const bool stage_ok =
            lists(row.from, to_key(stage)) || (type == EventType::refused && role == Role::system);
        CHECK(has(result, "role_forbids") == !role_ok);
        CHECK(has(result, "stage_forbids") == !stage_ok);
        if (role_ok && stage_ok) ++allowed;
        if (result) continue;
        ++refused;
        for (const Finding& finding : result.error()) {
          CHECK_FALSE(finding.message.zh.empty());
          CHECK_FALSE(finding.message.en.empty());
          CHECK_FALSE(finding.remedy.zh.empty());
          CHECK_FALSE(finding.remedy.en.empty());
        }
      }
    }
  }
  CHECK(allowed > 100);
  CHECK(refused > 1000);
}

TEST_CASE("everything that is wrong is told at once") {
  Event bare{.type = EventType::cancelled, .day = today, .by = Role::auditor};
  const auto result = advance(rules(Decider::agency), at(Stage::expired), bare);
  CHECK(has(result, "stage_forbids"));
  CHECK(has(result, "role_forbids"));
  CHECK(has(result, "reason_missing"));
}

TEST_CASE("an institution decides where the pack names it, and the agency where it does not") {
  const auto confirm = event(EventType::confirmed, Role::institution_reviewer);
  CHECK(advance(rules(Decider::institution), at(Stage::submitted), confirm)->stage == Stage::confirmed);
  CHECK(has(advance(rules(Decider::agency), at(Stage::submitted), confirm), "decider_differs"));
  const auto review = event(EventType::reviewed, Role::agency_clerk);
  CHECK(advance(rules(Decider::agency), at(Stage::submitted), review)->stage == Stage::reviewed);
  CHECK(has(advance(rules(Decider::institution), at(Stage::submitted), review), "decider_differs"));
  CHECK(advance(rules(Decider::institution), at(Stage::confirmed), review)->stage == Stage::reviewed);
}

TEST_CASE("a refusal needs its reasons and a second person") {
  auto proposal = event(EventType::refusal_proposed, Role::agency_clerk, 7);
  auto bare = proposal;
  bare.reasons = "[]";
  CHECK(has(advance(rules(Decider::agency), at(Stage::submitted), bare), "reasons_missing"));
  const auto proposed = advance(rules(Decider::agency), at(Stage::submitted), proposal);
  REQUIRE(proposed);
  CHECK(proposed->stage == Stage::refusal_proposed);
  CHECK(proposed->proposed_reasons == proposal.reasons);
  CHECK(has(advance(rules(Decider::agency), *proposed, event(EventType::refused, Role::agency_clerk, 7)),
            "second_person"));
  CHECK(has(advance(rules(Decider::agency), *proposed, event(EventType::reviewed, Role::agency_clerk, 7)),
            "second_person"));
  CHECK(advance(rules(Decider::agency), *proposed, event(EventType::refused, Role::agency_clerk, 8))->stage ==
        Stage::refused);
  CHECK(
      advance(rules(Decider::agency), *proposed, event(EventType::reviewed, Role::agency_clerk, 8))->stage ==
      Stage::reviewed);
}

TEST_CASE("a spot check that sets a benefit aside only proposes the refusal") {
  auto check = event(EventType::spot_checked, Role::agency_clerk);
  CHECK(advance(rules(Decider::agency), at(Stage::in_effect), check)->stage == Stage::in_effect);
  check.outcome = "set_aside";
  CHECK(advance(rules(Decider::agency), at(Stage::in_effect), check)->stage == Stage::refusal_proposed);
  check.reasons = "[]";
  CHECK(has(advance(rules(Decider::agency), at(Stage::in_effect), check), "reasons_missing"));
  check.outcome = "perhaps";
  CHECK(has(advance(rules(Decider::agency), at(Stage::in_effect), check), "outcome_unknown"));
}

TEST_CASE("institutions change only where a kind of filing names them, and never to themselves") {
  LifeRules remote = rules(Decider::agency);
  remote.kind = "remote_care";
  const auto change = event(EventType::providers_changed, Role::insured);
  CHECK(has(advance(remote, at(Stage::in_effect), change), "kind_forbids"));
  const auto changed = advance(rules(Decider::agency), at(Stage::in_effect), change);
  REQUIRE(changed);
  CHECK(changed->stage == Stage::in_effect);
  CHECK(changed->providers == change.providers);
  CHECK(has(advance(rules(Decider::agency), *changed, change), "providers_missing"));
}

TEST_CASE("the server decides alone only what the pack lets it decide") {
  const auto automatic = event(EventType::reviewed, Role::system, 0);
  CHECK(has(advance(rules(Decider::agency), at(Stage::submitted), automatic), "waits_for_person"));
  CHECK(has(advance(rules(Decider::institution), at(Stage::submitted), automatic), "waits_for_person"));
  CHECK(advance(rules(Decider::institution), at(Stage::confirmed), automatic));
  const auto effect = event(EventType::took_effect, Role::system, 0);
  CHECK(advance(rules(Decider::agency, Mode::instant), at(Stage::submitted), effect)->stage ==
        Stage::in_effect);
  CHECK(has(advance(rules(Decider::agency), at(Stage::submitted), effect), "waits_for_person"));
  CHECK(has(advance(rules(Decider::institution), at(Stage::confirmed), effect), "waits_for_person"));
  LifeRules prepared = rules(Decider::institution, Mode::instant);
  prepared.waits_for_person = true;
  CHECK(has(advance(prepared, at(Stage::submitted), effect), "waits_for_person"));
  CHECK(advance(prepared, at(Stage::confirmed), effect)->stage == Stage::in_effect);
}

TEST_CASE("a benefit takes effect on its day, ends after its last, and is due for recheck on it") {
  LifeRules with_recheck = rules(Decider::agency, Mode::instant);
  with_recheck.rechecks = true;
  with_recheck.benefit_from = today + 3;
  Event reviewed = event(EventType::reviewed, Role::system, 0);
  reviewed.effective_from = today + 3;
  reviewed.effective_to = today + 10;
  auto life = *advance(with_recheck, at(Stage::submitted), reviewed);
  CHECK(life.stage == Stage::reviewed);
  CHECK_FALSE(due(with_recheck, life, today + 2));
  auto step = event(EventType::took_effect, Role::system, 0);
  step.day = today + 2;
  CHECK(has(advance(with_recheck, life, step), "too_early"));
  step.day = today + 3;
  CHECK(due(with_recheck, life, step.day) == EventType::took_effect);
  life = *advance(with_recheck, life, step);
  CHECK(life.stage == Stage::in_effect);
  CHECK(due_day(with_recheck, life, today) == today + 10);
  CHECK_FALSE(due(with_recheck, life, today + 9));
  CHECK(due(with_recheck, life, today + 10) == EventType::recheck_due);
  CHECK(due(with_recheck, life, today + 11) == EventType::expired);
  LifeRules plain = with_recheck;
  plain.rechecks = false;
  CHECK_FALSE(due(plain, life, today + 10));
  CHECK(due(plain, life, today + 11) == EventType::expired);
  Event over = event(EventType::expired, Role::system, 0);
  over.day = today + 10;
  CHECK(has(advance(plain, life, over), "too_early"));
  over.day = today + 11;
  CHECK(advance(plain, life, over)->stage == Stage::expired);
}

TEST_CASE("a benefit without an end never expires") {
  Life life = at(Stage::in_effect);
  life.effective_from = today;
  CHECK_FALSE(due_day(rules(Decider::agency), life, today));
  CHECK_FALSE(due(rules(Decider::agency), life, today + 100'000));
}

TEST_CASE("a cancellation ends the benefit on its day") {
  Life life = at(Stage::in_effect);
  life.effective_from = today + -30;
  life.effective_to = today + 30;
  const auto cancelled = advance(rules(Decider::agency), life, event(EventType::cancelled, Role::insured));
  REQUIRE(cancelled);
  CHECK(cancelled->effective_to == today);
  CHECK(cancelled->by == Role::insured);
}

TEST_CASE("what is open to a role is what advance would accept of it") {
  for (const Decider by : {Decider::institution, Decider::agency}) {
    for (const Stage stage : all_stages()) {
      for (const Role role : all_roles()) {
        const auto open = open_actions(rules(by), at(stage), role, 7);
        for (const Action action : all_actions()) {
          const auto type = event_of(action);
          if (!type) continue;
          INFO(to_key(action) << " at " << to_key(stage) << " by " << to_key(role));
          const bool listed = std::find(open.begin(), open.end(), action) != open.end();
          CHECK(listed == advance(rules(by), at(stage), event(*type, role)).has_value());
        }
      }
    }
  }
}

}  // namespace
}  // namespace mingbai::filing
