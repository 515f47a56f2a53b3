#include "shell/cli/accounts.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "core/filing/judgement.h"
#include "core/store/accounts.h"
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

int list(store::Database& db) {
  const auto accounts = store::list_accounts(db);
  if (!accounts) return storage_failed(accounts.error());
  for (const auto& account : *accounts) {
    std::cout
        << ordered_json{{"login", account.login}, {"created_at", sync::utc_text(account.created_at)}}.dump()
        << '\n';
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

}  // namespace

int run_accounts(std::span<const std::string> words) {
  const Arguments arguments(words, {.with_value = {"--data"}, .flags = {"--password-stdin"}});
  const auto& rest = arguments.rest;
  const bool lists = rest.size() == 1 && rest[0] == "list";
  const bool sets = rest.size() == 2 && (rest[0] == "add" || rest[0] == "reset");
  if (!arguments.fault.empty() || (!lists && !sets)) {
    std::cerr << arguments.fault << (arguments.fault.empty() ? "" : "\n") << accounts_usage << '\n';
    return 2;
  }
  if (!server::start_sodium()) return 1;
  const auto db = open_server_store(arguments);
  if (!db) return 1;
  return lists ? list(*db) : add_or_reset(*db, rest[0] == "add", rest[1], arguments);
}

}  // namespace mingbai::cli
