#include "shell/cli/accounts.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/filing/judgement.h"
#include "core/store/accounts.h"
#include "core/store/audit.h"
#include "core/store/role_grants.h"
#include "core/store/transaction.h"
#include "shell/cli/server_store.h"
#include "shell/server/clock.h"
#include "shell/server/credentials.h"
#include "shell/server/password.h"

namespace mingbai::cli {
namespace {

using nlohmann::ordered_json;

struct Password {
  std::string text;
  bool made = false;
};

Password obtained(const Arguments& arguments) {
  if (!arguments.has("--password-stdin")) return {server::generated_password(), true};
  Password password;
  std::getline(std::cin, password.text);
  return password;
}

int refused(const Findings& findings) {
  std::cout << R"({"findings":)" << filing::write_bilingual(findings) << "}\n";
  for (const auto& finding : findings) std::cerr << finding.message.en << '\n';
  return 2;
}

void print(const std::string& login, const Password& password) {
  ordered_json object = {{"login", login}};
  if (password.made) object["password"] = password.text;
  std::cout << object.dump() << '\n';
}

ordered_json written(const store::RoleGrant& grant) {
  ordered_json object = {{"role", to_key(grant.role)}};
  if (!grant.institution.empty()) object["institution"] = grant.institution;
  if (!grant.region.empty()) object["region"] = grant.region;
  if (!grant.diseases.empty()) object["diseases"] = grant.diseases;
  return object;
}

int list(store::Database& db) {
  const auto accounts = store::list_accounts(db);
  if (!accounts) return storage_failed(accounts.error());
  for (const auto& account : *accounts) {
    const auto roles = store::roles_of(db, account.id);
    if (!roles) return storage_failed(roles.error());
    ordered_json line = {{"login", account.login}, {"created_at", sync::utc_text(account.created_at)}};
    line["roles"] = ordered_json::array();
    for (const auto& grant : *roles) line["roles"].push_back(written(grant));
    std::cout << line.dump() << '\n';
  }
  return 0;
}

// Adds or resets; true when it was done, false when the login is taken or unknown.
store::Result<bool> set(store::Database& db, bool add, const std::string& login, const std::string& hash) {
  auto transaction = store::Transaction::begin(db);
  if (!transaction) return std::unexpected(std::move(transaction.error()));
  store::Result<bool> done = false;
  if (add) {
    auto added = store::add_account(db, login, hash, server::now());
    if (!added) return std::unexpected(std::move(added.error()));
    done = added->has_value();
  } else {
    done = store::set_password(db, login, hash);
  }
  if (!done || !*done) return done;
  if (auto committed = transaction->commit(); !committed)
    return std::unexpected(std::move(committed.error()));
  return done;
}

int add_or_reset(store::Database& db, bool add, const std::string& written, const Arguments& arguments) {
  const std::string login = server::folded(written);
  const Password password = obtained(arguments);
  Findings findings = add ? server::faults_of_login(login) : Findings{};
  for (auto& finding : server::faults_of_password(password.text)) findings.push_back(std::move(finding));
  if (!findings.empty()) return refused(findings);
  const auto hash = server::password_hash(password.text);
  if (!hash) {
    std::cerr << "There is not enough memory for the password's hash.\n";
    return 1;
  }
  const auto done = set(db, add, login, *hash);
  if (!done) return storage_failed(done.error());
  if (!*done) {
    std::cerr << (add ? "This login is taken.\n" : "There is no such account.\n");
    return 1;
  }
  print(login, password);
  return 0;
}

std::vector<std::string> listed(const std::string& text) {
  std::vector<std::string> codes;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(',', at), text.size());
    if (end > at) codes.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return codes;
}

bool is_region(const std::string& text) {
  return text.size() == 6 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The grant that the words ask for, or what is wrong with them.
std::expected<store::RoleGrant, std::string> asked_grant(const Arguments& arguments, bool whole) {
  const auto role = filing::read_role(arguments.value("--role").value_or(""));
  if (!role || !filing::is_granted(*role))
    return std::unexpected("--role is one of institution_reviewer, agency_clerk, auditor, operator.");
  store::RoleGrant grant{.role = *role,
                         .institution = arguments.value("--institution").value_or(""),
                         .region = arguments.value("--region").value_or(""),
                         .diseases = listed(arguments.value("--diseases").value_or(""))};
  if (!whole) return grant;
  const bool reviewer = *role == filing::Role::institution_reviewer;
  if (reviewer == grant.institution.empty())
    return std::unexpected(reviewer ? "A reviewer needs --institution."
                                    : "Only a reviewer has --institution.");
  if (!reviewer && !grant.diseases.empty()) return std::unexpected("Only a reviewer has --diseases.");
  if (*role == filing::Role::agency_clerk && grant.region.empty())
    return std::unexpected("A clerk needs --region.");
  if (!grant.region.empty() && !is_region(grant.region)) return std::unexpected("--region has six digits.");
  return grant;
}

store::Result<bool> change_role(store::Database& db, bool grants, const std::string& login,
                                const store::RoleGrant& grant) {
  auto transaction = store::Transaction::begin(db);
  if (!transaction) return std::unexpected(std::move(transaction.error()));
  auto account = store::find_account(db, login);
  if (!account) return std::unexpected(std::move(account.error()));
  if (!*account) return false;
  store::Result<void> done;
  if (grants) {
    done = store::grant_role(db, (*account)->id, grant, store::operator_actor, server::now());
  } else if (auto count =
                 store::revoke_role(db, (*account)->id, grant.role, store::operator_actor, server::now());
             !count) {
    done = std::unexpected(std::move(count.error()));
  }
  if (done) done = transaction->commit();
  return done ? store::Result<bool>(true) : std::unexpected(std::move(done.error()));
}

int grant_or_revoke(store::Database& db, bool grants, const std::string& written_login,
                    const Arguments& arguments) {
  const auto grant = asked_grant(arguments, grants);
  if (!grant) {
    std::cerr << grant.error() << '\n';
    return 2;
  }
  const std::string login = server::folded(written_login);
  const auto done = change_role(db, grants, login, *grant);
  if (!done) return storage_failed(done.error());
  if (!*done) {
    std::cerr << "There is no such account.\n";
    return 1;
  }
  ordered_json line = {{"login", login}, {grants ? "granted" : "revoked", written(*grant)}};
  std::cout << line.dump() << '\n';
  return 0;
}

}  // namespace

int run_accounts(std::span<const std::string> words) {
  const Arguments arguments(words,
                            {.with_value = {"--data", "--database", "--role", "--institution", "--region", "--diseases"},
                             .flags = {"--password-stdin"}});
  const auto& rest = arguments.rest;
  const bool lists = rest.size() == 1 && rest[0] == "list";
  const bool sets = rest.size() == 2 && (rest[0] == "add" || rest[0] == "reset");
  const bool roles = rest.size() == 2 && (rest[0] == "grant" || rest[0] == "revoke");
  if (!arguments.fault.empty() || (!lists && !sets && !roles)) {
    std::cerr << arguments.fault << (arguments.fault.empty() ? "" : "\n") << accounts_usage << '\n';
    return 2;
  }
  if (!server::start_sodium()) return 1;
  const auto db = open_server_store(arguments);
  if (!db) return db.error();
  if (roles) return grant_or_revoke(**db, rest[0] == "grant", rest[1], arguments);
  return lists ? list(**db) : add_or_reset(**db, rest[0] == "add", rest[1], arguments);
}

}  // namespace mingbai::cli
