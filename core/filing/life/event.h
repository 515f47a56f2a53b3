#pragma once
// An event (事件) in the life of a filing: what happened, when, by whom in which role, and why. Events are
// only ever added; where a filing stands is their fold (core/filing/life/life.h).
//
// `at` is the server's clock, `day` its civil day in China. `actor` is an account's number, 0 the server
// itself. `reasons` is a JSON array of findings in both languages, as refusals carry it. The detail that only
// some types have (providers, documents, words, the granted days) travels as JSON: write_detail, read_detail.
// No certificate number ever stands in an event.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/filing/roles.h"
#include "core/sync/instant.h"

namespace mingbai::filing {

enum class EventType : std::uint8_t {
  submitted,          // 提交; an edit is submitted anew
  supplied,           // 补件
  supplement_asked,   // 要求补件
  confirmed,          // 医院确认
  reviewed,           // 经办复核; automatic after a confirmation where the pack says so
  took_effect,        // 生效
  recheck_due,        // 待复审
  expired,            // 到期
  refusal_proposed,   // 拟不通过
  refused,            // 不通过
  withdrawn,          // 撤回
  cancelled,          // 取消
  providers_changed,  // 变更选点
  spot_checked,       // 抽查
  note,               // 备注
};

struct Event {
  EventType type = EventType::note;
  sync::Milliseconds at = 0;
  Date day;
  Role by = Role::system;
  std::int64_t actor = 0;
  std::string institution;  // of the actor's role
  std::string region;
  std::string reasons = "[]";

  std::string reason;                                 // of a cancellation: the person's or clerk's words
  std::string text;                                   // of a note, a supplement, a spot check
  std::string outcome;                                // of a spot check: "upheld" or "set_aside"
  std::vector<std::string> providers;                 // of a change: codes of institutions
  std::vector<std::string> documents;                 // supplied, or asked for
  std::optional<Date> effective_from = std::nullopt;  // of `reviewed`
  std::optional<Date> effective_to = std::nullopt;    // the last day; none: without end
  std::string envelope;                               // the sending that brought it about
  friend bool operator==(const Event&, const Event&) = default;
};

std::string_view to_key(EventType);
std::optional<EventType> read_event_type(std::string_view);  // also by its action: "confirm" for "confirmed"
std::span<const EventType> all_event_types();

// What a person with a role does when he brings the event about; none: only the server does.
std::optional<Action> action_of(EventType);
std::optional<EventType> event_of(Action);

std::string write_detail(const Event&);
void read_detail(std::string_view json, Event&);  // what cannot be read is left out

}  // namespace mingbai::filing
