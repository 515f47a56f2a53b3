#include "core/filing/life/life.h"

#include <catch2/catch_test_macros.hpp>

#include "core/contract/messages.h"
#include "core/eligibility/check.h"
#include "generated/policies_bundle.h"

namespace mingbai::filing {
namespace {

const policy::Library& library() {
  static const auto loaded = policy::Library::load(policies_bundle());
  REQUIRE(loaded);
  return *loaded;
}

LifeRules rules_of(const std::string& request, const Taking& taking = {}) {
  const auto application = contract::read_application(library(), request);
  REQUIRE(application);
  return life_rules(library(), *application, eligibility::check(library(), *application), taking);
}

// Identity numbers are invented; their check digits are right.
std::string zhongshan(const std::string& application) {
  return R"({"as_of":"2026-11-22","statuses":["in_force","assumed"],"policy":"zhongshan","insured":{"scheme":
    "employee_combined","enrolled":true,"region":"442000","certificate":{"type":"identity_card","number":
    "11010519491231002X"}},"application":)" +
         application + "}";
}

TEST_CASE("remote residence in Zhongshan is reviewed by the agency from the day it was handed in") {
  const auto rules = rules_of(zhongshan(R"({"kind":"remote_care","category":"retired_settled","care_region":
    "440100","channel":"online","documents":["identity_card","residence_proof"]})"));
  CHECK(rules.mode == Mode::review);
  CHECK(rules.by == Decider::agency);
  CHECK(rules.waits_for_person);
  CHECK(rules.benefit_from == *parse_date("2026-11-22"));
  CHECK_FALSE(rules.benefit_to);
  CHECK(read_rules(write_rules(rules)) == rules);
}

TEST_CASE("an emergency in Zhongshan is in effect at once") {
  const auto rules = rules_of(zhongshan(
      R"({"kind":"remote_care","category":"emergency","care_region":"440100","channel":"online","documents":[]})"));
  CHECK(rules.mode == Mode::instant);
  CHECK_FALSE(rules.waits_for_person);
}

TEST_CASE("a disease in Zhongshan is the institution's to confirm, and the agency's when none is named") {
  const std::string disease =
      R"({"kind":"special_disease","channel":"institution","disease":{"code":"M03900","class":"two"})";
  CHECK(rules_of(zhongshan(disease + R"(,"provider":{"code":"H44200100026"}})")).by == Decider::institution);
  CHECK(rules_of(zhongshan(disease + "}")).by == Decider::agency);
}

TEST_CASE("a decision at once is the office's that took the application in, whatever channel it names") {
  const auto request = [](const std::string& channel) {
    return R"({"as_of":"2026-11-22","policy":"chuxiong","insured":{"scheme":"resident","enrolled":true,"region":
      "532300"},"application":{"kind":"special_disease","setting":"outpatient","disease":{"code":"M03900"},
      "provider":{"code":"H53230000001","region":"532300","level":3,"ownership":"public"})" +
           (channel.empty() ? "" : R"(,"channel":")" + channel + "\"") + "}}";
  };
  const Taking person, hospital{.by = Role::institution_reviewer, .institution = "H53230000001", .region = ""},
      agency{.by = Role::agency_clerk, .institution = "", .region = "532300"};
  for (const char* channel : {"", "online", "institution", "agency"}) {
    const auto rules = rules_of(request(channel), person);
    CHECK(rules.mode == Mode::instant);
    CHECK(rules.waits_for_person);
    CHECK(rules.rechecks);
  }
  CHECK_FALSE(rules_of(request("institution"), hospital).waits_for_person);
  CHECK(rules_of(request("institution"), agency).waits_for_person);
  CHECK_FALSE(rules_of(request("agency"), agency).waits_for_person);
  CHECK(rules_of(request("agency"), hospital).waits_for_person);
}

Event step(EventType type, Role by, sync::Milliseconds at) {
  return {.type = type, .at = at, .day = *parse_date("2026-11-22"), .by = by};
}

TEST_CASE("a life is the fold of its events") {
  std::vector<Event> events = {
      step(EventType::submitted, Role::insured, 1), step(EventType::confirmed, Role::institution_reviewer, 2),
      step(EventType::reviewed, Role::system, 3), step(EventType::took_effect, Role::system, 4),
      step(EventType::note, Role::agency_clerk, 5)};
  events[2].effective_from = *parse_date("2026-11-22");
  const Life life = fold(events);
  CHECK(life.stage == Stage::in_effect);
  CHECK(life.since == 4);
  CHECK(life.by == Role::system);
  CHECK(life.effective_from == *parse_date("2026-11-22"));
  Life slowly;
  for (const auto& event : events) slowly = after(slowly, event);
  CHECK(slowly == life);
}

TEST_CASE("a draft that the check refuses is refused, an edit of a living filing changes nothing") {
  const auto no = step(EventType::refused, Role::system, 2);
  CHECK(fold(std::vector<Event>{no}).stage == Stage::refused);
  CHECK(fold(std::vector<Event>{step(EventType::submitted, Role::insured, 1), no}).stage == Stage::submitted);
}

TEST_CASE("an event's detail comes back as it was written, and unreadable detail is left out") {
  Event event = step(EventType::providers_changed, Role::insured, 1);
  event.providers = {"H44200100026", "H44200100031"};
  event.documents = {"identity_card"};
  event.text = "说明";
  event.effective_to = *parse_date("2027-01-31");
  Event read = step(EventType::providers_changed, Role::insured, 1);
  read_detail(write_detail(event), read);
  CHECK(read == event);
  Event untouched = step(EventType::note, Role::insured, 1);
  read_detail(R"({"providers":[1,null],"effective_to":"2027-13-01","text":7})", untouched);
  CHECK(untouched == step(EventType::note, Role::insured, 1));
}

TEST_CASE("stages, events and actions are read by the names they are written with") {
  for (const Stage stage : all_stages()) CHECK(read_stage(to_key(stage)) == stage);
  for (const EventType type : all_event_types()) CHECK(read_event_type(to_key(type)) == type);
  CHECK(read_event_type("confirm") == EventType::confirmed);
  CHECK_FALSE(read_event_type("approve"));
  CHECK_FALSE(read_stage("done"));
}

}  // namespace
}  // namespace mingbai::filing
