#include "shell/server/problem.h"

#include <nlohmann/json.hpp>

#include "core/filing/judgement.h"

namespace mingbai::server {
namespace {

using nlohmann::ordered_json;

struct Row {
  Problem problem;
  int status;
  const char* code;
  const char* title;
  const char* title_en;
  const char* detail;
  const char* detail_en;
};

constexpr Row rows[] = {
    {Problem::malformed, 400, "malformed", "请求无法识别", "Malformed request", "请求不是完整的 HTTP。",
     "The request is not well-formed HTTP."},
    {Problem::invalid, 400, "invalid", "内容有误", "Invalid content", "请按各项提示更正后重试。",
     "Correct the fields named in the findings and try again."},
    {Problem::login_required, 401, "login_required", "请先登录", "Login required", "没有登录或登录已失效。",
     "There is no session, or it has ended."},
    {Problem::wrong_password, 401, "wrong_password", "账户名或密码不对", "Wrong login or password",
     "请检查账户名和密码。", "Check the login and the password."},
    {Problem::cross_site, 403, "cross_site", "拒绝跨站请求", "Cross-site request refused",
     "会改变数据的请求必须带有与本站一致的 Origin，或 Sec-Fetch-Site: same-origin。",
     "A request that changes something must carry an Origin that is this site's, or Sec-Fetch-Site: "
     "same-origin."},
    {Problem::not_allowed, 403, "not_allowed", "没有权限", "Not allowed", "您的角色不能这样办。",
     "Your role may not do this."},
    {Problem::not_found, 404, "not_found", "没有这个地址", "Not found", "请检查地址。", "Check the address."},
    {Problem::method_not_allowed, 405, "method_not_allowed", "不支持此方法", "Method not allowed",
     "此地址支持的方法见 Allow。", "The methods this address supports are in Allow."},
    {Problem::too_slow, 408, "too_slow", "请求超时", "Request timed out", "请求没有在限定时间内发完。",
     "The request was not sent within the time allowed."},
    {Problem::login_taken, 409, "login_taken", "账户名已被使用", "Login taken", "请换一个账户名。",
     "Choose another login."},
    {Problem::stale, 409, "stale", "已有新的变化", "Changed meanwhile",
     "这份备案已被别人办理，请看最新情况后再办。",
     "Somebody has dealt with this filing meanwhile. Look at it as it stands now."},
    {Problem::too_large, 413, "too_large", "内容过大", "Content too large", "请求正文不得超过 1 MiB。",
     "The body of a request may be 1 MiB at most."},
    {Problem::not_json, 415, "not_json", "只接受 JSON", "JSON only",
     "请以 Content-Type: application/json 提交。", "Send it with Content-Type: application/json."},
    {Problem::envelope_reused, 422, "envelope_reused", "信封编号重复使用", "Envelope id reused",
     "这个信封编号已用于另一份内容。", "This envelope id has been used for other content."},
    {Problem::event_reused, 422, "event_reused", "办理编号重复使用", "Event id reused",
     "这个编号已用于另一次办理。", "This id has been used for another act."},
    {Problem::refused, 422, "refused", "现在不能这样办", "Not possible now", "请按各项提示办理。",
     "See the findings for why, and for what to do."},
    {Problem::too_many, 429, "too_many", "请求过于频繁", "Too many requests",
     "请在 Retry-After 所示秒数后重试。", "Try again after the seconds in Retry-After."},
    {Problem::headers_too_large, 431, "headers_too_large", "请求头过大", "Headers too large",
     "请求头不得超过 16 KiB。", "The headers of a request may be 16 KiB at most."},
    {Problem::fault, 500, "fault", "服务器出错", "Server fault", "请稍后重试。", "Try again later."},
    {Problem::storage, 503, "storage", "暂时无法保存", "Storage unavailable",
     "没有保存任何内容，请稍后重试。", "Nothing was saved. Try again later."},
    {Problem::busy, 503, "busy", "服务器繁忙", "Server busy", "请稍后重试。", "Try again later."},
};

Response written(Problem which, ordered_json findings, ordered_json results, const char* beside = "results") {
  const Row* row = rows;
  while (row->problem != which) ++row;
  ordered_json body = {{"type", std::string("urn:mingbai:problem:") + row->code},
                       {"title", row->title},
                       {"title_en", row->title_en},
                       {"status", row->status},
                       {"detail", row->detail},
                       {"detail_en", row->detail_en},
                       {"findings", std::move(findings)}};
  if (!results.is_null()) body[beside] = std::move(results);
  Response response{.status = row->status, .content_type = "application/problem+json"};
  response.body = body.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
  return response;
}

ordered_json parsed(std::string_view text) {
  return ordered_json::parse(text.begin(), text.end(), nullptr, false);
}

}  // namespace

Response problem(Problem which) { return written(which, ordered_json::array(), nullptr); }

Response problem(Problem which, const Findings& findings) {
  return written(which, parsed(filing::write_bilingual(findings)), nullptr);
}

Response problem_of_push(std::string_view findings_json, std::string_view results_json) {
  ordered_json results = parsed(results_json);
  return written(Problem::envelope_reused, parsed(findings_json),
                 results.value("results", ordered_json::array()));
}

Response problem_of_act(Problem which, std::string_view findings_json) {
  return written(which, parsed(findings_json), nullptr);
}

Response problem_of_stale(std::string_view current_json) {
  return written(Problem::stale, ordered_json::array(), parsed(current_json), "current");
}

Response problem_with_retry(Problem which, int retry_after_s) {
  Response response = problem(which);
  response.headers.push_back({"Retry-After", std::to_string(retry_after_s)});
  return response;
}

Response problem(const store::Error& error) {
  constexpr int retry_after_s = 5;
  const bool ours = error.fault == store::Fault::misuse || error.fault == store::Fault::constraint;
  return ours ? problem(Problem::fault) : problem_with_retry(Problem::storage, retry_after_s);
}

Finding field_finding(std::string code, std::string fact, Text message, Text remedy) {
  Finding finding;
  finding.code = std::move(code);
  finding.fact = std::move(fact);
  finding.message = std::move(message);
  finding.remedy = std::move(remedy);
  return finding;
}

}  // namespace mingbai::server
