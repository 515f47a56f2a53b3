#include "web/worker/desk/session.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/sync/fields.h"

namespace mingbai::worker {
namespace {

constexpr sync::Milliseconds end_again_ms = 30'000;

std::string credentials(const std::string& login, const std::string& password) {
  return sync::dump({{"login", login}, {"password", password}});
}

// The account as the server writes it; nothing if this is no answer of ours.
std::optional<std::string> account_in(const sync::HttpAnswer& answer) {
  Findings unreadable;
  const auto body = sync::parse_object(answer.body, unreadable);
  if (!body || !body->contains("account")) return std::nullopt;
  const auto& account = (*body)["account"];
  if (!account.is_object() || !account.contains("login") || !account["login"].is_string()) return std::nullopt;
  return account["login"].get<std::string>();
}

}  // namespace

void Session::ask_register(std::string login, std::string password, Origin origin) {
  jobs_.push_back({true, std::move(login), std::move(password), std::move(origin)});
}

void Session::ask_login(std::string login, std::string password, Origin origin) {
  jobs_.push_back({false, std::move(login), std::move(password), std::move(origin)});
}

bool Session::is_asking(const Origin& origin) const {
  return std::any_of(jobs_.begin(), jobs_.end(), [&](const Job& job) { return job.origin == origin; });
}

std::optional<Question> Session::next(sync::Milliseconds now) {
  if (in_flight_) return std::nullopt;
  const bool login_waits = !jobs_.empty() && !end_tried_;
  const bool waited = now >= end_not_before_ || end_not_before_ - now > end_again_ms;
  if (end_owed_ && (login_waits || (jobs_.empty() && waited))) {
    in_flight_ = ending_ = true;
    end_tried_ = login_waits;
    return Question{"DELETE", "/api/v1/sessions/current", ""};
  }
  if (jobs_.empty()) return std::nullopt;
  in_flight_ = true;
  const Job& job = jobs_.front();
  return Question{"POST", job.is_new && !job.taken ? "/api/v1/accounts" : "/api/v1/sessions",
                  credentials(job.login, job.password)};
}

Verdict Session::answer(const sync::HttpAnswer& answer, sync::Milliseconds now) {
  in_flight_ = false;
  return ending_ ? answer_end(answer, now) : answer_job(answer);
}

Verdict Session::answer_end(const sync::HttpAnswer& answer, sync::Milliseconds now) {
  ending_ = false;
  const bool ended = answer.status == 204 || sync::fault_of(answer) == sync::NetworkFault::login_required;
  end_owed_ = !ended;
  end_not_before_ = now + end_again_ms;
  return {.what = ended ? Verdict::What::ended : Verdict::What::nothing};
}

Verdict Session::answer_job(const sync::HttpAnswer& answer) {
  Job& job = jobs_.front();
  const sync::Problem problem = sync::read_problem(answer);
  const bool taken = sync::is_json(answer) && (answer.status == 409 || problem.code == "login_taken");
  if (taken && job.is_new && !job.taken) {
    job.taken = true;
    return {};
  }
  const Job done = std::move(job);
  jobs_.pop_front();
  end_tried_ = false;
  Verdict verdict{.origin = done.origin, .during = done.is_new ? "register" : "login"};
  const sync::NetworkFault fault = sync::fault_of(answer);
  const auto account = fault == sync::NetworkFault::none ? account_in(answer) : std::nullopt;
  if (account) {
    end_owed_ = false;  // the new session's cookie has taken the place of the old one
    verdict.what = Verdict::What::logged_in;
    verdict.account = *account;
    return verdict;
  }
  verdict.what = Verdict::What::refused;
  if (fault == sync::NetworkFault::login_required) {
    verdict.code = done.taken ? "login_taken" : "wrong_password";
  } else if (fault == sync::NetworkFault::refused_message) {
    verdict.code = "invalid";
    verdict.findings = problem.findings;
  } else {
    verdict.code = fault == sync::NetworkFault::none ? "server_fault" : sync::to_key(fault);
  }
  return verdict;
}

std::optional<sync::Milliseconds> Session::wake_at() const {
  if (!end_owed_ || in_flight_) return std::nullopt;
  return end_not_before_;
}

}  // namespace mingbai::worker
