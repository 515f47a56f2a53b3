#include "core/store/messages.h"

#include "generated/policies_bundle.h"
#include "tests/core/store/server_world.h"

namespace mingbai::store {
namespace {

const policy::Library& library() {
  static const auto loaded = policy::Library::load(policies_bundle());
  REQUIRE(loaded);
  return *loaded;
}

const filing::notice::Regions& regions() {
  static const auto read = filing::notice::read_regions(policies_bundle());
  return read;
}

// A filing of anna's with this payload, judged as told.
void push(ServerWorld& world, int number, const std::string& payload) {
  const sync::Envelope envelope{
      ServerWorld::envelope_id(number, 0), ServerWorld::filing(number), 0, "remote_care", "", payload};
  filing::Judgement judgement{true, "zhongshan", sync::sha256_hex(payload), "[]"};
  judgement.rules.kind = envelope.kind;
  judgement.matter.policy = "zhongshan";
  judgement.matter.region = "442000";
  REQUIRE(take_in(*world.db, world.anna, envelope, judgement, ServerWorld::now));
}

const std::string good = R"({"policy": "zhongshan", "insured": {"scheme": "resident", "name": "测试甲"},
  "application": {"kind": "remote_care", "category": "long_term_resident", "care_region": "440100"}})";

int compose(ServerWorld& world) {
  const auto made = compose_messages(*world.db, library(), regions(), ServerWorld::now, 1000);
  REQUIRE(made);
  return *made;
}

std::vector<DueMessage> due(ServerWorld& world, sync::Milliseconds later = 0) {
  auto found = due_messages(*world.db, ServerWorld::now + later, 100);
  REQUIRE(found);
  return *found;
}

TEST_CASE("messages begin with what comes, and each event is told once") {
  ServerWorld world;
  push(world, 1, good);
  CHECK(*messages_behind(*world.db));
  CHECK(compose(world) == 0);  // what was before the first look
  CHECK_FALSE(*messages_behind(*world.db));
  push(world, 2, good);
  CHECK(*messages_behind(*world.db));
  CHECK(compose(world) >= 1);
  CHECK(compose(world) == 0);
  const auto messages = due(world);
  REQUIRE_FALSE(messages.empty());
  CHECK(messages[0].to == "anna");
  CHECK(messages[0].id.size() == 32);
  CHECK(messages[0].text.find("广州市") != std::string::npos);
  CHECK(messages[0].text.find("测*甲") != std::string::npos);
}

TEST_CASE("the same events make the same ids, so that a receiver can drop what it has seen") {
  ServerWorld one, other;
  for (ServerWorld* world : {&one, &other}) {
    compose(*world);
    push(*world, 1, good);
    compose(*world);
  }
  CHECK(due(one)[0].id == due(other)[0].id);
}

TEST_CASE("what is sent is not due again; what fails comes back later, and at last is given up") {
  ServerWorld world;
  compose(world);
  push(world, 1, good);
  compose(world);
  const auto first_of_all = due(world).front();
  const auto others = due(world).size() - 1;
  CHECK(message_failed(*world.db, first_of_all.id, ServerWorld::now));
  CHECK(due(world).size() == others);
  CHECK(due(world, 30'000).size() == others + 1);
  for (int i = 1; i < 20; ++i) CHECK(message_failed(*world.db, first_of_all.id, ServerWorld::now));
  CHECK(due(world, 10'000'000).size() == others);
  CHECK(count_messages(*world.db)->given_up == 1);
  for (const auto& message : due(world, 10'000'000))
    CHECK(message_sent(*world.db, message.id, ServerWorld::now));
  CHECK(count_messages(*world.db)->waiting == 0);
}

TEST_CASE("a message is claimed by one sender at a time, and by the next when the first was not heard of again") {
  ServerWorld world;
  compose(world);
  push(world, 1, good);
  compose(world);
  const std::string id = due(world).front().id;
  const auto others = due(world).size() - 1;
  CHECK(claim_message(*world.db, id, ServerWorld::now) == true);
  CHECK(claim_message(*world.db, id, ServerWorld::now) == false);
  CHECK(due(world).size() == others);
  CHECK(claim_message(*world.db, id, ServerWorld::now + 59'999) == false);
  CHECK(claim_message(*world.db, id, ServerWorld::now + 60'000) == true);
  CHECK(message_sent(*world.db, id, ServerWorld::now + 60'001));
  CHECK(claim_message(*world.db, id, ServerWorld::now + 200'000) == false);
  CHECK(claim_message(*world.db, "nothing", ServerWorld::now) == false);
}

TEST_CASE("waits grow to an hour and end after twenty tries") {
  CHECK(wait_after(1) == 30'000);
  CHECK(wait_after(2) == 60'000);
  CHECK(wait_after(19) == 3'600'000);
  CHECK_FALSE(wait_after(20));
}

TEST_CASE("a payload that cannot be read makes no message and stops nothing") {
  ServerWorld world;
  compose(world);
  push(world, 1, "{}");
  push(world, 2, good);
  CHECK(compose(world) >= 1);
}

}  // namespace
}  // namespace mingbai::store
