#include "web/screens/model/filings_view.h"

#include <algorithm>

#include "core/filing/masking.h"
#include "web/screens/model/filing_check.h"
#include "web/screens/model/filing_json.h"
#include "web/screens/model/filing_words.h"
#include "web/screens/model/papers.h"

namespace mingbai::screens {
namespace {

std::string queue_status(const Queued& entry, const DeviceState& state, const strings::Strings& t) {
  std::string out(t("queue.not_received"));
  const std::string_view gap = t.language == Language::en ? " " : "";
  auto add = [&](std::string_view words) { out += std::string(gap) + std::string(words); };
  const std::string& fault = entry.fault.empty() ? state.network_fault : entry.fault;
  if (state.syncing) {
    add(t("queue.sending"));
  } else if (state.account.empty() || fault == "login_required") {
    add(t("queue.needs_login"));
  } else if (!state.online || fault == "offline") {
    add(t("queue.offline"));
  } else if (const auto key = strings::find("fault." + fault); !fault.empty() && key) {
    add(t(*key));
  }
  if (!state.retry_at.empty() && !state.syncing && !state.account.empty()) {
    add(t("queue.retry_at", {{"time", beijing_time(state.retry_at).substr(11, 5)}}));
  }
  return out;
}

// Where, or with which kind of filing, and for whom.
std::string place_and_person(const FilingForm& form, const Names& names, const strings::Strings& t) {
  std::string out = form.kind == "remote_care" ? names.region(form.answer("application.care_region"), t.language) : kind_words(form.kind, names, t);
  if (!form.name.empty()) out += (out.empty() ? std::string() : std::string(t("list.dot"))) + filing::masked_name(form.name);
  return out;
}

std::string card_title(const FilingForm& form, const Names& names, const strings::Strings& t) {
  const std::string category = form.answer("application.category");
  if (form.kind == "remote_care" && !category.empty()) return std::string(situation_label(category, t));
  return form_title(form, names, t);
}

Date day_of(std::string_view utc, Date otherwise) {
  const auto date = parse_date(beijing_time(utc).substr(0, 10));
  return date ? *date : otherwise;
}

FilingCard card(const policy::Library& library, const Names& names, const Filed& filed, Date today,
                const strings::Strings& t) {
  const FilingForm form = form_of_payload(filed.payload);
  FilingCard out;
  out.filing = filed.filing;
  out.title = card_title(form, names, t);
  out.detail = place_and_person(form, names, t);
  out.received = filed.state == "received" && !filed.receipt_number.empty();
  out.state = (out.received ? t("filings.received") : t("filings.refused"));
  out.over = !out.received || filed.stage == "refused" || filed.stage == "withdrawn" || filed.stage == "cancelled" || filed.stage == "expired";
  if (!out.received) return out;
  if (const auto stage = strings::find("stage." + filed.stage); stage && filed.stage != "submitted") out.state = t(*stage);
  const auto result = check_payload(library, filed.payload, day_of(filed.received_at, today));
  if (!result || !result->benefit_from) return out;
  out.from = to_iso(*result->benefit_from);
  if (result->benefit_to) {
    out.until = to_iso(*result->benefit_to);
    const double whole = std::max(1, *result->benefit_to - *result->benefit_from);
    out.past = std::clamp((today - *result->benefit_from) / whole, 0.0, 1.0);
  } else {
    out.open_ended = true;
    out.until = t("filings.open_ended");
  }
  return out;
}

TimelineRow event_row(const FilingEvent& event, const strings::Strings& t) {
  TimelineRow row;
  auto title = strings::find("event." + event.type);
  if (!title) title = strings::find("life." + event.type);
  const auto detail = strings::find("event." + event.type + "_detail");
  row.title = title ? std::string(t(*title)) : event.type;
  if (detail) row.detail = t(*detail);
  row.time = beijing_time(event.at);
  if (row.time.size() >= 16) row.time = row.time.substr(5, 11);
  row.fault = event.type == "refused";
  for (const ReportedFinding& reason : event.reasons) {
    const std::string& said = t.language == Language::zh ? reason.message_zh : reason.message_en;
    if (!said.empty()) row.detail += (row.detail.empty() ? std::string() : std::string(t("list.dot"))) + said;
  }
  return row;
}

// What this device did, among what the server tells: each in its own order, by the time it says. The order of versions is the
// server's alone.
std::vector<const FilingEvent*> in_order(const std::vector<FilingEvent>& events) {
  const auto here = [](const FilingEvent* event) {
    return event->type == "saved" || event->type == "queued" || event->type.starts_with("kept_");
  };
  std::vector<const FilingEvent*> device, server, out;
  for (const FilingEvent& event : events) (here(&event) ? device : server).push_back(&event);
  for (std::size_t d = 0, s = 0; d < device.size() || s < server.size();) {
    const bool first = s == server.size() || (d < device.size() && device[d]->at <= server[s]->at);
    out.push_back(first ? device[d++] : server[s++]);
  }
  return out;
}

std::string heading_of(const FilingsView& view, const DeviceState& state, const strings::Strings& t) {
  if (!state.known) return std::string(t("filings.loading"));
  const auto received =
      std::count_if(view.cards.begin(), view.cards.end(), [](const FilingCard& c) { return c.received; });
  const std::string got = std::to_string(received);
  const std::string refused = std::to_string(static_cast<std::ptrdiff_t>(view.cards.size()) - received);
  const std::string waiting = std::to_string(view.queue.size());
  std::string out;
  auto add = [&](std::string part) {
    if (!out.empty()) out += t("list.comma");
    out += part;
  };
  if (received > 0) add(t("filings.count_received", {{"count", got}}));
  if (!view.queue.empty()) add(t("filings.count_waiting", {{"count", waiting}}));
  if (refused != "0") add(t("filings.count_refused", {{"count", refused}}));
  if (out.empty()) return std::string((view.drafts.empty() ? t("filings.none") : t("filings.only_drafts")));
  return out + std::string(t("list.stop"));
}

}  // namespace

std::string beijing_time(std::string_view utc) {
  // "YYYY-MM-DDTHH:MM:SS…Z"
  if (utc.size() < 19 || utc[10] != 'T') return std::string(utc);
  const auto day = parse_date(utc.substr(0, 10));
  if (!day) return std::string(utc);
  const int hour = (utc[11] - '0') * 10 + (utc[12] - '0') + 8;
  const int local = hour % 24;
  std::string out = to_iso(*day + hour / 24) + " ";
  out += static_cast<char>('0' + local / 10);
  out += static_cast<char>('0' + local % 10);
  return out + std::string(utc.substr(13, 6));
}

std::string checksum_words(std::string_view sha256) {
  std::string out;
  for (std::size_t i = 0; i < sha256.size() && i < 16; ++i) {
    if (i != 0 && i % 4 == 0) out += ' ';
    const char c = sha256[i];
    out += c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

std::string form_title(const FilingForm& form, const Names& names, const strings::Strings& t) {
  return filing_title(payload_json(form, names), names, t);
}

std::vector<FactRow> form_facts(const FilingForm& form, const Names& names, const strings::Strings& t) {
  FilingForm shown = form;
  shown.name = filing::masked_name(form.name);
  shown.agent_name = filing::masked_name(form.agent_name);
  shown.number = filing::masked(form.number);
  std::vector<FactRow> rows{{std::string(t("file.kind")), kind_words(form.kind, names, t)}};
  for (FactRow& row : filing_facts(payload_json(shown, names), names, t)) rows.push_back(std::move(row));
  std::string documents;
  for (const std::string& key : form.documents) {
    if (!documents.empty()) documents += t("list.and");
    documents += names.choice("application.documents", key, t.language);
  }
  if (!documents.empty()) rows.push_back({std::string(t("file.documents")), std::move(documents)});
  return rows;
}

FilingsView filings_view(const policy::Library& library, const Names& names, const DeviceState& state, Date today,
                         const strings::Strings& t) {
  FilingsView view;
  for (const Queued& entry : state.queue) {
    const FilingForm form = form_of_payload(entry.payload);
    const bool needs_login = state.account.empty() || entry.fault == "login_required";
    view.queue.push_back({entry.id, form_title(form, names, t), queue_status(entry, state, t),
                          form_facts(form, names, t), needs_login, papers_to_come(state, entry.filing)});
  }
  for (const Filed& filed : state.filings) view.cards.push_back(card(library, names, filed, today, t));
  for (const Draft& draft : state.drafts) {
    const FilingForm form = filing_form(draft.form);
    const std::string edit = draft.edits.filing.empty() ? std::string() : std::string(t("list.dot")) + std::string(t("acts.edit"));
    view.drafts.push_back({draft.id, form_title(form, names, t) + edit,
                           t("filings.draft_saved", {{"time", beijing_time(draft.updated_at).substr(0, 16)}})});
  }
  view.heading = heading_of(view, state, t);
  return view;
}

OpenedFiling opened_filing(const policy::Library& library, const Names& names, const Filed& filed, Date today,
                           const strings::Strings& t) {
  OpenedFiling out;
  out.card = card(library, names, filed, today, t);
  out.facts = form_facts(form_of_payload(filed.payload), names, t);
  for (const FilingEvent* event : in_order(filed.events)) {
    if (event->type != "submitted") out.timeline.push_back(event_row(*event, t));  // the receipt says it
  }
  if (out.card.received) {
    out.receipt_number = filed.receipt_number;
    out.receipt_time = beijing_time(filed.received_at);
    out.checksum = checksum_words(filed.sha256);
    const bool waits = filed.stage.empty() || filed.stage == "submitted" || filed.stage == "confirmed";
    if (waits) out.timeline.push_back({TimelineRow::When::future, std::string(t("event.review")), std::string(t("event.review_detail")), "", false});
  }
  for (const ReportedFinding& finding : filed.findings) {
    const bool zh = t.language == Language::zh;
    Refusal refusal{zh ? finding.message_zh : finding.message_en, zh ? finding.remedy_zh : finding.remedy_en, std::nullopt};
    if (!finding.document.empty()) {
      const auto status = policy::parse_status(finding.status);
      refusal.source = source_line({finding.document, finding.clause, status.value_or(policy::Status::assumed), {}}, names, t);
    }
    out.refusals.push_back(std::move(refusal));
  }
  return out;
}

}  // namespace mingbai::screens
