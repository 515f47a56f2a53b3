#include "core/store/sweep.h"

#include <catch2/catch_test_macros.hpp>

#include "core/filing/person_key.h"
#include "core/store/audit.h"
#include "core/store/bindings.h"
#include "core/store/decisions.h"
#include "core/store/filings.h"
#include "generated/policies_bundle.h"
#include "tests/core/store/server_world.h"

namespace mingbai::store {
namespace {

constexpr sync::Milliseconds day_ms = 86'400'000;

const policy::Library& library() {
  static const auto loaded = policy::Library::load(policies_bundle());
  REQUIRE(loaded);
  return *loaded;
}

// Identity numbers are invented; their check digits are right.
std::string remote(const std::string& category, const std::string& more = "") {
  return R"({"policy":"zhongshan","insured":{"scheme":"employee_combined","enrolled":true,"region":"442000",
    "certificate":{"type":"identity_card","number":"11010519491231002X"}},"application":{"kind":"remote_care",
    "category":")" +
         category +
         R"(","care_region":"440100","channel":"online","documents":["identity_card","residence_proof",
    "referral_certificate"])" +
         more + "}}";
}

std::string disease(const std::string& region = "442000") {
  return R"({"policy":"zhongshan","insured":{"scheme":"employee_combined","enrolled":true,"region":")" +
         region +
         R"(","certificate":{"type":"identity_card","number":"11010519491231002X"}},"application":{"kind":
    "special_disease","channel":"institution","setting":"outpatient","disease":{"code":"M03900","class":"two"},
    "provider":{"code":"H44200100026","region":"442000","kind":"hospital","level":3,"qualified":true},
    "documents":["identity_card","diagnosis_certificate"]}})";
}

struct Office : ServerWorld {
  Asker clerk, reviewer;

  Office() {
    const RoleGrant at_agency{
        .role = filing::Role::agency_clerk, .institution = "", .region = "442000", .diseases = {}};
    const RoleGrant at_hospital{.role = filing::Role::institution_reviewer,
                                .institution = "H44200100026",
                                .region = "",
                                .diseases = {}};
    clerk = {bert, {at_agency}};
    reviewer = {add_account(*db, "reviewer", "hash", now)->value(), {at_hospital}};
  }

  std::string hand_in(int number, const std::string& payload, const std::string& kind = "remote_care") {
    const sync::Envelope envelope{envelope_id(number, 0), filing(number), 0, kind, "", payload};
    const auto judgement = mingbai::filing::judge(library(), envelope, *parse_date("2026-11-21"));
    INFO(judgement.findings);
    REQUIRE(judgement.received);
    REQUIRE(take_in(*db, anna, envelope, judgement, now,
                    mingbai::filing::person_key("secret", judgement.matter.certificate)));
    return envelope.filing;
  }
  Standing at(const std::string& id) { return standing_of(*db, id)->value(); }
  Acted acts(const Asker& asker, const std::string& id, mingbai::filing::EventType type,
             sync::Milliseconds moment = now) {
    Act one{.filing = id, .id = "", .version = at(id).version, .event = {}};
    one.event.type = type;
    one.event.reason = "words";
    auto result = act(*db, library(), asker, one, moment);
    REQUIRE(result);
    INFO(result->findings);
    return result->outcome;
  }
  int swept(sync::Milliseconds moment) { return *sweep(*db, library(), "secret", moment, 100); }
};

using filing::EventType;
using filing::Stage;

TEST_CASE("a referral ends after its last day, whenever the server looks again") {
  Office office;
  const auto id = office.hand_in(1, remote("referral"));
  REQUIRE(office.acts(office.clerk, id, EventType::reviewed) == Acted::done);
  CHECK(office.at(id).life.stage == Stage::in_effect);
  const auto last = office.at(id).life.effective_to;
  REQUIRE(last);
  const auto days = *last - *parse_date("2026-11-21");
  CHECK(days > 30);
  CHECK(office.swept(ServerWorld::now + days * day_ms) == 0);
  CHECK(office.at(id).life.stage == Stage::in_effect);
  CHECK(office.swept(ServerWorld::now + (days + 400) * day_ms) == 1);
  CHECK(office.at(id).life.stage == Stage::expired);
  CHECK(office.swept(ServerWorld::now + (days + 401) * day_ms) == 0);
  CHECK(verify_audit(*office.db)->broken.empty());
}

TEST_CASE("a benefit that is granted for later begins on its day") {
  Office office;
  const auto id = office.hand_in(1, remote("retired_settled", R"(,"from":"2026-12-01")"));
  REQUIRE(office.acts(office.clerk, id, EventType::reviewed) == Acted::done);
  CHECK(office.at(id).life.stage == Stage::reviewed);
  CHECK(office.swept(ServerWorld::now + 9 * day_ms) == 0);
  CHECK(office.swept(ServerWorld::now + 10 * day_ms) == 1);
  CHECK(office.at(id).life.stage == Stage::in_effect);
  CHECK(office.at(id).events.back().event.by == filing::Role::system);
}

TEST_CASE("what follows a confirmation has its version, and the device gets one change") {
  Office office;
  const auto id = office.hand_in(1, disease(), "special_disease");
  const auto before = changed_filings(*office.db, office.anna, 0, 10)->next;
  REQUIRE(office.acts(office.reviewer, id, EventType::confirmed) == Acted::done);
  const auto standing = office.at(id);
  CHECK(standing.life.stage == Stage::in_effect);
  CHECK(standing.version == 2);
  CHECK(standing.events.back().version == 2);
  CHECK(changed_filings(*office.db, office.anna, before, 10)->records.size() == 1);
}

TEST_CASE("when the check says no after the confirmation, the server proposes and a person refuses") {
  Office office;
  const auto id = office.hand_in(1, disease(), "special_disease");
  // The application no longer stands, as after a change of the rules.
  auto broken = disease();
  broken.replace(broken.find(R"("enrolled":true)"), 15, R"("enrolled":false)");
  REQUIRE(run(*office.db, "UPDATE envelope SET payload = ? WHERE filing = ?", broken, id));
  REQUIRE(office.acts(office.reviewer, id, EventType::confirmed) == Acted::done);
  CHECK(office.at(id).life.stage == Stage::refusal_proposed);
  CHECK(office.at(id).life.proposed_reasons.find("\"code\"") != std::string::npos);
  CHECK(office.acts(office.reviewer, id, EventType::refused) == Acted::done);
  CHECK(office.at(id).events.back().event.reasons.find("\"code\"") != std::string::npos);
}

TEST_CASE("a clerk cannot grant what the check refuses, and is told every reason") {
  Office office;
  const auto id = office.hand_in(1, remote("retired_settled"));
  REQUIRE(run(*office.db, "UPDATE envelope SET payload = '{\"policy\":\"zhongshan\"}' WHERE filing = ?", id));
  CHECK(office.acts(office.clerk, id, EventType::reviewed) == Acted::refused);
  CHECK(office.at(id).version == 1);
}

TEST_CASE("a clerk sees counties of his prefecture and no other region") {
  Office office;
  const auto id = office.hand_in(1, remote("retired_settled"));
  Asker away = office.clerk;
  away.grants[0].region = "532300";
  CHECK(office.acts(away, id, EventType::reviewed) == Acted::unknown);
  away.grants[0].region = "440000";
  CHECK(office.acts(away, id, EventType::reviewed) == Acted::done);
}

TEST_CASE("a code binds once, for a quarter of an hour, and an agent until his day") {
  Office office;
  const auto id = office.hand_in(1, remote("retired_settled"));
  const std::string person = filing::person_key("secret", "11010519491231002x");
  const Date today = *parse_date("2026-11-21");
  BindingCode code{.person = person,
                   .code_hash = "h",
                   .role = filing::Role::agent,
                   .relation = "子女",
                   .until = today + 3};
  REQUIRE(give_code(*office.db, code, office.bert, filing::Role::agency_clerk, 0));
  CHECK(bind(*office.db, office.bert, person, "h", code_valid_ms) == Binding::expired);
  CHECK(bind(*office.db, office.bert, "nobody", "h", 1) == Binding::no_code);
  CHECK(bind(*office.db, office.bert, person, "x", 1) == Binding::wrong_code);
  CHECK(bind(*office.db, office.bert, person, "h", 1) == Binding::bound);
  CHECK(bind(*office.db, office.bert, person, "h", 1) == Binding::no_code);
  CHECK(is_bound_to(*office.db, office.bert, person, filing::Role::agent, today + 3) == true);
  CHECK(is_bound_to(*office.db, office.bert, person, filing::Role::agent, today + 4) == false);
  CHECK(is_bound_to(*office.db, office.bert, person, filing::Role::insured, today) == false);
  const auto pulled = changed_filings(*office.db, office.bert, 0, 10, today);
  REQUIRE(pulled->records.size() == 1);
  CHECK(pulled->records[0].filing == id);
  CHECK(changed_filings(*office.db, office.bert, 0, 10, today + 4)->records.empty());
  CHECK(verify_audit(*office.db)->broken.empty());
}

}  // namespace
}  // namespace mingbai::store
