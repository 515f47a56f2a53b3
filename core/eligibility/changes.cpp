#include "core/eligibility/changes.h"

#include <algorithm>

#include "core/policy/wording.h"

namespace mingbai::eligibility {
namespace {

using policy::Fact;
using policy::Facts;
using policy::FactType;
using policy::Op;
using policy::RequiredDocument;
using policy::Requirement;
using policy::Truth;

constexpr std::size_t set_most = 3;
constexpr std::size_t sets_most = 5;
constexpr int looks_most = 1 << 9;

struct State {
  Facts facts;
  std::vector<std::string> held;
  std::vector<std::pair<Fact, std::int64_t>> changed;  // a list's value: how many were added
};

struct Wrong {
  const Requirement* requirement = nullptr;
  bool documents = false;
  bool nothing() const { return requirement == nullptr && !documents; }
};

class Search {
 public:
  Search(const policy::Edition& edition, const Facts& facts, const Application& application)
      : policy_(*edition.policy),
        start_{facts, application.documents.value_or(std::vector<std::string>{}), {}},
        documents_known_(application.documents.has_value()) {
    requirements_ = policy::chosen(
        policy_.requirements, edition.day, edition.statuses,
        [](const Requirement& r) -> const std::string& { return r.code; },
        [&](const Requirement& r) { return r.care.empty() && concerns(r.kinds, application.kind); });
    documents_ = policy::chosen(
        policy_.required_documents, edition.day, edition.statuses,
        [](const RequiredDocument& d) -> const std::string& { return d.key; },
        [&](const RequiredDocument& d) { return concerns(d.kinds, application.kind); });
  }

  std::vector<std::vector<Change>> run() {
    policy::Names unknown;
    for (const Requirement* requirement : requirements_) {
      const Truth when = policy::evaluate(policy_.programs, requirement->when, start_.facts, unknown);
      if (when == Truth::yes) policy::evaluate(policy_.programs, requirement->must, start_.facts, unknown);
    }
    open_ = unknown.facts;
    for (std::size_t size = 1; size <= set_most && found_.size() < sets_most; ++size) {
      size_ = size;
      mend(start_);
    }
    std::vector<std::vector<Change>> out;
    for (const State& state : found_) out.push_back(described(state));
    return out;
  }

 private:
  Truth judged(policy::Predicate predicate, const Facts& facts) const {
    policy::NoNames nobody;
    return policy::evaluate(policy_.programs, predicate, facts, nobody);
  }

  bool unmet(const Requirement& requirement, const Facts& facts) const {
    return judged(requirement.when, facts) == Truth::yes && judged(requirement.must, facts) == Truth::no;
  }

  std::vector<std::string> lacking(const State& state) const {
    std::vector<std::string> out;
    for (const RequiredDocument* document : documents_) {
      if (judged(document->when, state.facts) != Truth::yes) continue;
      const bool in_hand = std::ranges::any_of(document->any_of, [&](const std::string& key) {
        return std::ranges::find(state.held, key) != state.held.end() ||
               std::ranges::find(out, key) != out.end();
      });
      if (!in_hand) out.push_back(document->any_of.front());
    }
    return out;
  }

  Wrong first_wrong(const State& state) const {
    for (const Requirement* requirement : requirements_)
      if (unmet(*requirement, state.facts)) return {requirement, false};
    return {nullptr, !lacking(state).empty()};
  }

  // Some rule concerns it still, and nothing is asked that was not open before.
  bool passes(const State& state) const {
    bool covered = false;
    policy::Names unknown;
    for (const Requirement* requirement : requirements_) {
      const Truth when = policy::evaluate(policy_.programs, requirement->when, state.facts, unknown);
      if (when == Truth::no) continue;
      covered = true;
      if (when == Truth::yes) policy::evaluate(policy_.programs, requirement->must, state.facts, unknown);
    }
    for (const RequiredDocument* document : documents_)
      covered = covered || judged(document->when, state.facts) == Truth::yes;
    return covered && std::ranges::all_of(unknown.facts, [&](Fact fact) {
             return std::ranges::find(open_, fact) != open_.end();
           });
  }

  void mend(const State& state) {
    if (found_.size() >= sets_most || looks_++ > looks_most) return;
    const Wrong wrong = first_wrong(state);
    if (wrong.nothing()) {
      if (state.changed.size() == size_ && passes(state)) keep(state);
      return;
    }
    if (state.changed.size() == size_) return;
    if (wrong.documents) return bring(state, lacking(state));
    std::vector<const Op*> tests;
    for (const auto& predicate : {wrong.requirement->when, wrong.requirement->must})
      for (std::uint32_t i = 0; i < predicate.count; ++i)
        tests.push_back(&policy_.programs.ops[predicate.first + i]);
    for (Fact fact : facts_in(tests))
      if (!changed(state, fact)) change(state, *wrong.requirement, fact, tests);
  }

  static bool changed(const State& state, Fact fact) {
    return std::ranges::find(state.changed, fact, &std::pair<Fact, std::int64_t>::first) !=
           state.changed.end();
  }

  // In the order of the dictionary.
  std::vector<Fact> facts_in(const std::vector<const Op*>& tests) const {
    std::vector<Fact> out;
    const auto add = [&](Fact fact) {
      if (policy_.dictionary.of(fact).actionable && std::ranges::find(out, fact) == out.end())
        out.push_back(fact);
    };
    for (const Op* op : tests) {
      if (op->code == Op::Code::both || op->code == Op::Code::either || op->code == Op::Code::negate ||
          op->code == Op::Code::constant)
        continue;
      add(op->fact);
      if (policy::compares_facts(op->code)) add(op->other);
    }
    std::ranges::sort(out);
    return out;
  }

  void change(const State& state, const Requirement& wrong, Fact fact, const std::vector<const Op*>& tests) {
    if (!state.facts.known(fact)) return;
    if (policy::type_of(fact) == FactType::list) return add_to_list(state, fact, tests);
    const bool nearest_only =
        policy::type_of(fact) != FactType::enumeration || fact == Fact::application_physician_title;
    for (std::int64_t value : candidates(state.facts, fact, tests)) {
      State next = state;
      next.facts.set(fact, value);
      next.changed.emplace_back(fact, value);
      const bool mends = !unmet(wrong, next.facts);
      mend(next);
      if (mends && nearest_only) return;
    }
  }

  void add_to_list(const State& state, Fact fact, const std::vector<const Op*>& tests) {
    for (const Op* op : tests) {
      if (op->fact != fact || (op->code != Op::Code::has_any && op->code != Op::Code::has_all)) continue;
      std::vector<std::string> keys;
      for (std::uint32_t i = op->first; i < op->first + op->count; ++i)
        keys.emplace_back(policy_.symbols.text(policy_.programs.ranges[i].from));
      if (op->code == Op::Code::has_all) {
        add_keys(state, fact, keys);
      } else {
        for (const auto& key : keys) add_keys(state, fact, {key});
      }
    }
  }

  void add_keys(const State& state, Fact fact, const std::vector<std::string>& keys) {
    if (fact == Fact::application_documents) return bring(state, keys);
    auto list = texts(state.facts, fact);
    const std::size_t before = list.size();
    for (const auto& key : keys)
      if (std::ranges::find(list, key) == list.end()) list.push_back(key);
    if (list.size() == before) return;
    State next = state;
    next.facts.set_list(fact, list);
    next.changed.emplace_back(fact, static_cast<std::int64_t>(list.size() - before));
    mend(next);
  }

  // Documents are one change, however many of them.
  void bring(const State& state, const std::vector<std::string>& keys) {
    State next = state;
    for (const auto& key : keys)
      if (std::ranges::find(next.held, key) == next.held.end()) next.held.push_back(key);
    if (next.held.size() == state.held.size() ||
        !policy_.dictionary.of(Fact::application_documents).actionable)
      return;
    next.facts.set_list(Fact::application_documents, next.held);
    std::erase_if(next.changed, [](const auto& c) { return c.first == Fact::application_documents; });
    next.changed.emplace_back(Fact::application_documents, static_cast<std::int64_t>(next.held.size()));
    mend(next);
  }

  std::vector<std::string> texts(const Facts& facts, Fact fact) const {
    std::vector<std::string> out;
    for (std::int64_t symbol : facts.list(fact))
      if (symbol >= 0) out.emplace_back(policy_.symbols.text(symbol));
    return out;
  }

  // Values worth trying: of a closed set all, of a number those at the edges of what the rule asks, the
  // nearest first.
  std::vector<std::int64_t> candidates(const Facts& facts, Fact fact,
                                       const std::vector<const Op*>& tests) const {
    const std::int64_t now = facts.value(fact);
    std::vector<std::int64_t> out;
    const auto& entry = policy_.dictionary.of(fact);
    const auto add = [&](std::int64_t value) {
      if (value != now && std::ranges::find(out, value) == out.end()) out.push_back(value);
    };
    switch (policy::type_of(fact)) {
      case FactType::boolean:
        return {now == 0 ? 1 : 0};
      case FactType::enumeration:
        for (const auto& value : entry.domain) add(policy_.symbols.find(value.key).value_or(now));
        return out;
      case FactType::text:
      case FactType::list:
        return out;
      default:
        break;
    }
    const bool region = policy::type_of(fact) == FactType::region;
    const auto within = [&](std::int64_t value) {
      return value >= entry.from.value_or(0) && value <= entry.to.value_or(INT64_MAX);
    };
    for (const Op* op : tests) {
      if (policy::compares_facts(op->code)) {
        const Fact against = op->fact == fact ? op->other : op->fact;
        if ((op->fact == fact || op->other == fact) && facts.known(against)) add(facts.value(against));
      } else if (op->fact == fact && op->code == Op::Code::in_ranges) {
        for (std::uint32_t i = op->first; i < op->first + op->count; ++i) {
          const auto [from, to] = policy_.programs.ranges[i];
          if (from > INT64_MIN && within(from)) add(from);
          if (to < INT64_MAX && within(to) && !region) add(to);
          if (from > INT64_MIN && within(from - 1) && !region) add(from - 1);
          if (to < INT64_MAX && within(to + 1) && !region) add(to + 1);
        }
      }
    }
    if (!region)
      std::ranges::stable_sort(out, {}, [&](std::int64_t v) { return v < now ? now - v : v - now; });
    return out;
  }

  void keep(const State& state) {
    for (const State& other : found_) {
      const bool part = std::ranges::all_of(other.changed, [&](const auto& c) {
        return std::ranges::find(state.changed, c) != state.changed.end();
      });
      if (part) return;
    }
    found_.push_back(state);
  }

  std::vector<Change> described(const State& state) const {
    std::vector<Change> out;
    for (const auto& [fact, value] : state.changed) {
      Change change;
      change.fact = policy::name_of(fact);
      change.type = policy::type_of(fact);
      change.label = policy_.dictionary.of(fact).label;
      if (change.type == FactType::list) {
        const bool documents = fact == Fact::application_documents;
        change.from_list = documents ? start_.held : texts(start_.facts, fact);
        change.to_list = documents ? state.held : texts(state.facts, fact);
        change.from_known = !documents || documents_known_;
      } else {
        change.from = start_.facts.written(fact);
        change.to = state.facts.written(fact);
        change.to_label = policy::value_label(policy_, state.facts, fact);
      }
      out.push_back(std::move(change));
    }
    std::ranges::sort(out, {}, [](const Change& c) { return policy::find_fact(c.fact); });
    return out;
  }

  const policy::Policy& policy_;
  State start_;
  bool documents_known_;
  std::vector<const Requirement*> requirements_;
  std::vector<const RequiredDocument*> documents_;
  std::vector<State> found_;
  std::vector<Fact> open_;  // unknown from the start
  std::size_t size_ = 1;
  int looks_ = 0;
};

}  // namespace

void find_changes(const policy::Edition& edition, const Facts& facts, const Application& application,
                  CheckResult& result) {
  if (result.findings.empty() || result.verdict == Verdict::eligible) return;
  result.changes = Search(edition, facts, application).run();
}

}  // namespace mingbai::eligibility
