#include "core/filing/civil_day.h"
#include "core/filing/masking.h"
#include "core/filing/notice/facts.h"
#include "core/store/record_view.h"
#include "generated/policies_bundle.h"
#include "shell/server/answers.h"
#include "shell/server/path.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

namespace notice = filing::notice;

constexpr std::int64_t china_ms = 8LL * 3600 * 1000;

enum class Page : std::uint8_t { notice, receipt, refusal };

struct Printing {
  store::Standing standing;
  sync::Record record;
  notice::Subject subject;
  std::vector<notice::Grant> so_far;
  Language language = Language::zh;
  Date today;
};

const notice::Regions& regions() {
  static const notice::Regions read = notice::read_regions(policies_bundle());
  return read;
}

notice::Grant grant_of(const notice::Subject& subject, const filing::Life& life) {
  return {.what = subject.what, .code = subject.code, .from = life.effective_from, .to = life.effective_to};
}

Response html(std::string page) {
  return {.content_type = "text/html; charset=utf-8", .body = std::move(page)};
}

Response not_yet() {
  const Findings findings = {field_finding(
      "no_such_page", "stage", {"备案现在的环节没有这份文书。", "At its stage the filing has no such paper."},
      {"到了那个环节再打印。", "Print it when the filing has come to that stage."})};
  return problem(Problem::refused, findings);
}

Response printed_notice(const Printing& printing) {
  const auto& [standing, record, subject, so_far, language, today] = printing;
  const auto stage = standing.life.stage;
  const bool granted = stage == filing::Stage::in_effect || stage == filing::Stage::recheck_due ||
                       stage == filing::Stage::reviewed;
  if (!granted) return not_yet();
  return html(notice::grant_notice({.region = subject.region,
                                    .kind = subject.kind,
                                    .insured = subject.insured,
                                    .agent = subject.agent,
                                    .basis = subject.basis,
                                    .granted = grant_of(subject, standing.life),
                                    .so_far = so_far,
                                    .places = subject.places,
                                    .institution = subject.institution,
                                    .receipt = record.receipt ? record.receipt->number : "",
                                    .printed = today,
                                    .with_card = subject.gets_card},
                                   language));
}

Response printed_receipt(const Printing& printing) {
  const auto& subject = printing.subject;
  if (!printing.record.receipt) return not_yet();
  const auto& receipt = *printing.record.receipt;
  const auto moment = sync::read_utc(receipt.received_at).value_or(0);
  std::string there = sync::utc_text(moment + china_ms).substr(0, 16);
  there[10] = ' ';
  return html(notice::receipt({.region = subject.region,
                               .kind = subject.kind,
                               .asked = {.what = subject.what, .code = subject.code, .from = {}, .to = {}},
                               .insured = subject.insured,
                               .agent = subject.agent,
                               .number = receipt.number,
                               .received_at = there,
                               .sha256 = receipt.sha256,
                               .next = subject.next},
                              printing.language));
}

Response printed_refusal(const policy::Library& library, const Printing& printing) {
  const auto& [standing, record, subject, so_far, language, today] = printing;
  if (standing.life.stage != filing::Stage::refused || standing.events.empty()) return not_yet();
  std::string reasons = record.findings;
  for (const auto& kept : standing.events)
    if (kept.event.type == filing::EventType::refused) reasons = kept.event.reasons;
  return html(notice::refusal({.region = subject.region,
                               .kind = subject.kind,
                               .asked = {.what = subject.what, .code = subject.code, .from = {}, .to = {}},
                               .insured = subject.insured,
                               .reasons = notice::read_reasons(library, subject.policy, reasons),
                               .receipt = record.receipt ? record.receipt->number : "",
                               .decided = filing::day_in_china(standing.life.since)},
                              language));
}

void mask(notice::Person& person) { person.certificate_number = filing::masked(person.certificate_number); }

store::Result<std::vector<notice::Grant>> granted_so_far(Services& services, store::Database& db,
                                                         const store::Standing& standing) {
  std::vector<notice::Grant> grants;
  auto ids = store::granted_to(db, standing);
  if (!ids) return std::unexpected(std::move(ids.error()));
  for (const auto& id : *ids) {
    auto other = store::standing_of(db, id);
    if (!other) return std::unexpected(std::move(other.error()));
    if (!*other) continue;
    const Date day = (*other)->life.effective_from.value_or(Date{0});
    const auto subject = notice::subject_of(services.library, regions(), (*other)->payload, day);
    if (subject) grants.push_back(grant_of(*subject, (*other)->life));
  }
  return grants;
}

// What is printed, or the answer that says why nothing is. Whoever prints for somebody else prints masked
// numbers.
store::Result<std::expected<Printing, Response>> gathered(Services& services, store::Database& db,
                                                          const store::Asker& asker, const std::string& id) {
  using Gathered = std::expected<Printing, Response>;
  Printing printing{.today = filing::day_in_china(now())};
  auto record = store::record_for(db, asker, id, printing.today);
  if (!record) return std::unexpected(std::move(record.error()));
  if (!*record) return Gathered(std::unexpected(problem(Problem::not_found)));
  printing.record = std::move(**record);
  auto standing = store::standing_of(db, id);
  if (!standing) return std::unexpected(std::move(standing.error()));
  printing.standing = std::move(**standing);
  auto access = store::access_to(db, asker, printing.standing, filing::Action::print, printing.today);
  if (!access) return std::unexpected(std::move(access.error()));
  if (access->permission != filing::Permission::allowed)
    return Gathered(std::unexpected(problem(Problem::not_allowed)));
  const auto payload =
      filing::with_providers(services.library, printing.standing.payload, printing.standing.life.providers,
                             printing.today, filing::Vouched::by_an_office);
  auto subject = notice::subject_of(services.library, regions(), payload,
                                    filing::day_in_china(printing.standing.life.since));
  if (!subject) return Gathered(std::unexpected(problem(Problem::refused, subject.error())));
  printing.subject = std::move(*subject);
  auto so_far = granted_so_far(services, db, printing.standing);
  if (!so_far) return std::unexpected(std::move(so_far.error()));
  printing.so_far = std::move(*so_far);
  const bool personal = access->role == filing::Role::insured || access->role == filing::Role::agent;
  if (!personal) mask(printing.subject.insured);
  if (!personal && printing.subject.agent) mask(printing.subject.agent->person);
  return Gathered(std::move(printing));
}

asio::awaitable<Response> printed(Services& services, const Request& request, Page page) {
  const auto language =
      request.parameter("lang").value_or("zh").starts_with("en") ? Language::en : Language::zh;
  auto look = [&services, id = id_in(request.path), language, page](
                  store::Database& db, const store::Asker& asker) -> store::Result<Response> {
    auto gathered_ = gathered(services, db, asker, id);
    if (!gathered_) return std::unexpected(std::move(gathered_.error()));
    if (!*gathered_) return std::move(gathered_->error());
    (*gathered_)->language = language;
    if (page == Page::notice) return printed_notice(**gathered_);
    return page == Page::receipt ? printed_receipt(**gathered_)
                                 : printed_refusal(services.library, **gathered_);
  };
  co_return co_await answered(services, request, require_asker, std::move(look));
}

}  // namespace

asio::awaitable<Response> filing_notice(Services& services, const Request& request) {
  co_return co_await printed(services, request, Page::notice);
}

asio::awaitable<Response> filing_receipt(Services& services, const Request& request) {
  co_return co_await printed(services, request, Page::receipt);
}

asio::awaitable<Response> filing_refusal(Services& services, const Request& request) {
  co_return co_await printed(services, request, Page::refusal);
}

}  // namespace mingbai::server
