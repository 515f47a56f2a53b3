#include "core/eligibility/derived_facts.h"

#include "core/policy/catalogue.h"

namespace mingbai::eligibility {
namespace {

using policy::Act;
using policy::Fact;
using policy::GrantState;

// Who asks to be confirmed goes to an institution that confirms; everybody else to one that treats.
Act act_of(const std::string& kind) {
  return kind == "special_disease" || kind == "recheck" ? Act::confirm : Act::treat;
}

class Deriving {
 public:
  Deriving(const policy::Policy& policy, const Application& application, policy::Facts& facts)
      : policy_(policy),
        catalogues_(policy.catalogues),
        application_(application),
        facts_(facts),
        day_(*application.as_of) {}

  Derived out;

  void disease() {
    const auto& [code, stated, confirmed] = application_.disease;
    if (!code) return;
    const auto* entry = policy::find_disease(catalogues_, *code, day_);
    constexpr std::string_view listed[]{"listed", "not_listed", "not_in_hand"};
    facts_.set_text(Fact::application_disease_listed,
                    listed[static_cast<std::size_t>(policy::listed(catalogues_, *code, day_))]);
    facts_.set_text(Fact::application_disease_origin, entry == nullptr ? "unknown" : entry->origin);
    facts_.set(Fact::application_provider_designated_only,
               entry != nullptr && entry->designated_only ? 1 : 0);
    if (const auto known =
            entry == nullptr ? std::nullopt : policy::class_of(*entry, application_.statuses)) {
      use(entry->authority);
      if (stated && *stated != *known)
        note("病种目录把该病种归为“" + label(*known).zh + "”，按目录办理，不按所填的“" + label(*stated).zh +
                 "”。",
             "The catalogue puts the disease in the class \"" + label(*known).en +
                 "\", which counts, not \"" + label(*stated).en + "\" as stated.");
      facts_.set_text(Fact::application_disease_class, *known);
    } else if (stated) {
      note("病种目录没有写明该病种的类别，按所填的“" + label(*stated).zh + "”办理。",
           "The catalogue states no class of the disease; \"" + label(*stated).en + "\" counts as stated.");
    }
  }

  void provider() {
    const ApplicationProvider& asked = application_.provider;
    const auto* entry = asked.code ? policy::find_institution(catalogues_, *asked.code, day_) : nullptr;
    if (entry != nullptr) {
      complete(Fact::application_provider_kind, entry->kind);
      complete(Fact::application_provider_ownership, entry->ownership);
      if (!facts_.known(Fact::application_provider_region) && !entry->region.empty())
        facts_.set_region_if(Fact::application_provider_region, entry->region);
      if (!facts_.known(Fact::application_provider_level))
        facts_.set_if(Fact::application_provider_level, entry->level);
    }
    switch (grant(asked, act_of(application_.kind))) {
      case GrantState::granted:
        return facts_.set_text(Fact::application_provider_grant, "granted");
      case GrantState::other_disease:
        return facts_.set_text(Fact::application_provider_grant, "other_disease");
      case GrantState::none:
        return facts_.set_text(Fact::application_provider_grant, "none");
      case GrantState::depends_on_disease:
        return;
    }
  }

  void providers() {
    if (!application_.providers) return;
    Count community, pharmacies, unqualified, outside;
    const auto home = policy::parse_region(application_.insured.region.value_or(policy_.region));
    for (const ApplicationProvider& one : *application_.providers) {
      const auto* entry = one.code ? policy::find_institution(catalogues_, *one.code, day_) : nullptr;
      auto kind = one.kind, region = one.region;
      if (entry != nullptr && !kind) kind = entry->kind;
      if (entry != nullptr && !region && !entry->region.empty()) region = entry->region;
      community.add(kind ? std::optional(*kind == "community") : std::nullopt);
      pharmacies.add(kind ? std::optional(*kind == "pharmacy") : std::nullopt);
      const auto place = region ? policy::parse_region(*region) : std::nullopt;
      outside.add(place && home && policy::prefecture_of(*place) != policy::prefecture_of(*home));
      unqualified.add(lacks_qualification(one));
    }
    community.state(facts_, Fact::application_providers_community);
    pharmacies.state(facts_, Fact::application_providers_pharmacies);
    outside.state(facts_, Fact::application_providers_outside);
    unqualified.state(facts_, Fact::application_providers_unqualified);
  }

 private:
  struct Count {
    std::int64_t certain = 0;
    bool open = false;
    void add(std::optional<bool> one) {
      certain += one == true ? 1 : 0;
      open = open || !one;
    }
    void state(policy::Facts& facts, Fact fact) const {
      if (!open || certain > 0) facts.set(fact, certain);
    }
  };

  std::optional<bool> lacks_qualification(const ApplicationProvider& one) {
    const GrantState state = grant(one, Act::treat);
    if (state == GrantState::granted) return false;
    if (state == GrantState::other_disease) return true;
    if (one.qualified) return !*one.qualified;
    return std::nullopt;
  }

  GrantState grant(const ApplicationProvider& asked, Act act) {
    if (!asked.code) return GrantState::none;
    const auto* entry = policy::find_institution(catalogues_, *asked.code, day_);
    policy::Grantee grantee{*asked.code, asked.kind, asked.level};
    if (entry != nullptr && !grantee.kind) grantee.kind = entry->kind;
    if (entry != nullptr && !grantee.level) grantee.level = entry->level;
    const policy::Grant* used = nullptr;
    const auto state = policy::granted(catalogues_, grantee, application_.disease.code, act, day_,
                                       application_.statuses, &used);
    if (used != nullptr) use(used->authority);
    return state;
  }

  void complete(Fact fact, const std::string& value) {
    if (!facts_.known(fact) && !value.empty()) facts_.set_text(fact, value);
  }

  void use(const policy::Authority& authority) {
    out.basis = policy::weaker(out.basis, authority.source.status);
  }

  void note(std::string zh, std::string en) { out.notes.push_back({std::move(zh), std::move(en)}); }

  Text label(const std::string& key) const {
    for (const auto& value : policy_.dictionary.of(Fact::application_disease_class).domain)
      if (value.key == key) return value.label;
    return {key, key};
  }

  const policy::Policy& policy_;
  const policy::Catalogues& catalogues_;
  const Application& application_;
  policy::Facts& facts_;
  Date day_;
};

}  // namespace

Derived derive(const policy::Policy& policy, const Application& application, policy::Facts& facts) {
  Deriving deriving(policy, application, facts);
  deriving.disease();
  deriving.provider();
  deriving.providers();
  return std::move(deriving.out);
}

}  // namespace mingbai::eligibility
