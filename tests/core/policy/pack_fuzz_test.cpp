// A pack damaged anywhere loads whole or names its faults; what still loads can be proven and used.

#include "core/policy/library.h"
#include "core/policy/verify.h"
#include "tests/core/contract/mutation.h"
#include "tests/core/contract/request.h"
#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using test::Json;

namespace {

// How many of the damaged bundles still load.
int loaded_of(int count, std::uint32_t seed, Json (*damaged)(Json, test::Random&)) {
  const Json whole = Json::parse(test::SmallPack().bundle());
  test::Random random(seed);
  int loaded = 0;
  for (int i = 0; i < count; ++i) {
    const auto library = policy::Library::load(contract::dump(damaged(whole, random)));
    if (!library) {
      REQUIRE_FALSE(library.error().empty());
      for (const Finding& finding : library.error()) REQUIRE_FALSE(finding.message.en.empty());
      continue;
    }
    ++loaded;
    for (const auto id : library->ids()) policy::verify(*library->find(id));
    Json claim = test::claim();
    claim["policy"] = "sample";
    claim["insured"]["scheme"] = "resident";
    contract::settle(*library, claim.dump(), Language::zh);
    Json application = test::application();
    application["policy"] = "sample";
    application["insured"]["scheme"] = "resident";
    contract::check(*library, application.dump(), Language::en);
  }
  return loaded;
}

Json& any_file(Json& bundle, test::Random& random) {
  auto it = bundle["files"].begin();
  std::advance(it, test::pick(random, bundle["files"].size()));
  return *it;
}

}  // namespace

TEST_CASE("a pack with values changed loads whole or names its faults", "[fuzz]") {
  const int count = test::trials(1500, 20000);
  const int loaded = loaded_of(count, 7, [](Json bundle, test::Random& random) {
    Json& file = any_file(bundle, random);
    Json content = Json::parse(file.get<std::string>());
    for (std::uint32_t n = 0; n <= test::pick(random, 3); ++n) test::damage(content, random);
    file = content.dump();
    return bundle;
  });
  CHECK(loaded < count);
}

TEST_CASE("a pack with bytes changed loads whole or names its faults", "[fuzz]") {
  const int count = test::trials(1500, 20000);
  const int loaded = loaded_of(count, 8, [](Json bundle, test::Random& random) {
    Json& file = any_file(bundle, random);
    std::string text = file.get<std::string>();
    test::damage(text, random);
    file = std::move(text);
    return bundle;
  });
  CHECK(loaded < count);
}
