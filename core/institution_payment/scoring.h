#pragma once
// One evaluation of a score rule's steps. Each step takes what it needs from here and leaves what it found: a
// figure, a line with its clause, the name of an unknown fact, a finding when no rule of the asked statuses
// gives the figure. Steps go on after a lack, so that everything lacking is named at once.

#include "core/institution_payment/group.h"
#include "core/institution_payment/score.h"

namespace mingbai::institution_payment {

struct Scoring {
  const policy::Edition& edition;
  const policy::ScoreRule& rule;
  const ScoreRequest& request;
  policy::Facts facts;
  Score& out;
  policy::Names unknown{};
  Match group{};
  std::optional<Decimal> counted_score{};  // the base score after a deviation
  bool coefficient_settled = false;        // given, or known to be lacking
  const policy::Authority* coefficient_authority = nullptr;

  const policy::Policy& pack() const { return *edition.policy; }

  // Whether the step holds on the day and concerns the case; an unknown answer names its facts.
  policy::Truth concerns(const policy::ScoreStep&);

  void use(const policy::Authority&);
  void line(const std::string& step, const Text& label, Quantity, std::int64_t amount, Text formula,
            const policy::Authority&);
  void note(Text);

  // The figure of a parameter or table on the day; none is noted as a lack of rule for `what`.
  const policy::Figure* parameter(std::uint32_t index) const;
  policy::Lookup look_up(std::uint32_t table, policy::Figure&);
  void lack_rule(const std::string& what, std::optional<std::uint32_t> parameter,
                 std::optional<std::uint32_t> table);

  // The source of the step itself where it has one, else the figure's.
  const policy::Authority& cited(const policy::ScoreStep&, const policy::Authority& figure) const;
};

Text label_of(const policy::Policy&, policy::Fact, const std::string& key);
Text same(std::string);

// The steps, by kind.
void pay_by_item(Scoring&, const policy::ScoreStep&);
void take_highest_class(Scoring&, const policy::ScoreStep&);
void find_base_score(Scoring&, const policy::ScoreStep&);
void weigh_deviation(Scoring&, const policy::ScoreStep&);
void find_coefficient(Scoring&, const policy::ScoreStep&);
void climb_classes(Scoring&, const policy::ScoreStep&);
void multiply(Scoring&);
void pay_score(Scoring&, const policy::ScoreStep&);

// The steps of a budget, all at once.
void budget(Scoring&);

}  // namespace mingbai::institution_payment
