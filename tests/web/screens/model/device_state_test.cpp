#include "web/screens/model/device_state.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "web/screens/model/command.h"

namespace mingbai::screens {

TEST_CASE("a state report is read whole") {
  const Report report = read_report(R"({"event":"state","storage":{"kind":"opfs","fault":null},"owner":true,
    "network":{"online":false,"fault":"offline","retry_at":"2026-11-21T02:20:00Z","syncing":false},
    "account":{"login":"xiaoman"},
    "drafts":[{"id":"d","kind":"remote_care","form":{"name":"x"},"updated_at":"2026-11-21T02:00:00Z"}],
    "queue":[{"id":"q","filing":"f","kind":"remote_care","form":{},"payload":"{\"policy\":\"zhongshan\"}","queued_at":"…","attempts":2,"fault":null}],
    "filings":[{"filing":"g","kind":"remote_care","state":"received","version":1,"receipt":{"number":"ZS1","sequence":1,"received_at":"t","sha256":"ab"},
                "payload":{"policy":"zhongshan"},"findings":[],"events":[{"type":"received","at":"t"}]}]})");
  REQUIRE(report.kind == Report::Kind::state);
  const DeviceState& state = report.state;
  CHECK(state.known);
  CHECK_FALSE(state.online);
  CHECK(state.storage_fault.empty());
  CHECK(state.account == "xiaoman");
  CHECK(state.draft("d")->form == R"({"name":"x"})");
  CHECK(state.queued("q")->attempts == 2);
  CHECK(state.queued("q")->payload == R"({"policy":"zhongshan"})");
  CHECK(state.filed("g")->receipt_number == "ZS1");
  CHECK(state.filed("nobody") == nullptr);
}

TEST_CASE("findings carry both languages, however the worker wraps them") {
  const Report report = read_report(R"({"event":"fault","code":"invalid","during":"register",
    "findings":[{"code":"login_is_identity","fact":"login","message":{"zh":"不要用","en":"do not"},"remedy":{"zh":"换","en":"change"}},
                {"code":"short","fact":"password","message":"太短"}]})");
  REQUIRE(report.findings.size() == 2);
  CHECK(report.findings[0].message_en == "do not");
  CHECK(report.findings[1].message_zh == "太短");
  CHECK(report.findings[1].message_en == "太短");
}

TEST_CASE("what is no report is passed over") {
  CHECK(read_report("").kind == Report::Kind::other);
  CHECK(read_report("[]").kind == Report::Kind::other);
  CHECK(read_report(R"({"event":"state","drafts":3,"queue":null})").state.drafts.empty());
}

TEST_CASE("a submission carries form and payload as objects") {
  const auto json = nlohmann::json::parse(command::submit("d", "special_disease", R"({"name":"x"})", R"({"policy":"zhongshan"})"));
  CHECK(json["cmd"] == "submit");
  CHECK(json["form"]["name"] == "x");
  CHECK(json["payload"]["policy"] == "zhongshan");
  CHECK_FALSE(nlohmann::json::parse(command::retry("")).contains("id"));
}

}  // namespace mingbai::screens
