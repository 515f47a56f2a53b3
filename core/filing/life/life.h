#pragma once
// The life (办理过程) of a filing: where it stands, as the fold of its events. One state machine for browser,
// server and command line.
//
//   advance(rules, life, event)   the life after the event, or every reason why it may not happen, each with
//   a
//                                 remedy
//   fold(events)                  the life that a log of accepted events tells; asks nobody, refuses nothing
//   due(rules, life, day)         what the calendar or the automatic review brings about on that day
//
// The rules come from the pack's decision for the application (rules.h); no figure of the law stands here.
// An edit that the check refuses leaves a filing as it was: it is an event `refused` by the server that
// changes nothing but a draft.

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/finding.h"
#include "core/filing/life/event.h"
#include "core/filing/life/rules.h"

namespace mingbai::filing {

enum class Stage : std::uint8_t {
  draft,             // 草稿: before the first event
  submitted,         // 已提交
  supplement_asked,  // 待补件
  confirmed,         // 医院已确认
  reviewed,          // 经办已复核, not yet in effect
  in_effect,         // 已生效
  recheck_due,       // 待复审
  expired,           // 已到期
  refusal_proposed,  // 拟不通过, waits for a second person
  refused,           // 未通过
  withdrawn,         // 已撤回
  cancelled,         // 已取消
};

struct Life {
  Stage stage = Stage::draft;
  sync::Milliseconds since = 0;  // of the stage
  Role by = Role::insured;       // who brought the stage about
  std::optional<Date> effective_from;
  std::optional<Date> effective_to;
  std::vector<std::string> providers;  // after a change; empty: those of the application
  std::int64_t proposed_by = 0;        // who proposed the refusal
  std::string proposed_reasons = "[]";
  friend bool operator==(const Life&, const Life&) = default;
};

std::string_view to_key(Stage);
std::optional<Stage> read_stage(std::string_view);
std::span<const Stage> all_stages();

std::expected<Life, Findings> advance(const LifeRules&, const Life&, const Event&);
Life fold(std::span<const Event>);
Life after(Life, const Event&);  // one step of the fold

// What is due, and nothing when nothing is. What follows a confirmation asks for a check first.
std::optional<EventType> due(const LifeRules&, const Life&, Date today);
// The first day on which something will be due; nothing while a person has to act.
std::optional<Date> due_day(const LifeRules&, const Life&, Date today);

// What a role may do with a record at this stage, as far as stage and rules go; permissions are roles.h.
std::vector<Action> open_actions(const LifeRules&, const Life&, Role, std::int64_t actor);

}  // namespace mingbai::filing
