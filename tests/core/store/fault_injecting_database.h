#pragma once
// A Database in front of another that fails at the n-th write: a statement that changes something, a BEGIN, a
// COMMIT or a schema change. Proves that every caller gives a typed error and leaves nothing half done.
//
//   FaultInjectingDatabase db(*real);
//   db.fail_at(3, Fault::disk_full);     // the third write from now on, and every later one until repair()

#include <algorithm>
#include <cctype>
#include <string>

#include "core/store/database.h"

namespace mingbai::store {

class FaultInjectingDatabase final : public Database {
 public:
  explicit FaultInjectingDatabase(Database& real) : real_(real) {}

  void fail_at(int nth, Fault fault) { countdown_ = nth, fault_ = fault, hit_ = once_ = false; }
  void fail_once_at(int nth, Fault fault) { fail_at(nth, fault), once_ = true; }  // later ones succeed
  void repair() { countdown_ = 0, hit_ = false; }
  bool hit() const { return hit_; }

  Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override {
    auto real = real_.prepare(sql);
    if (!real || !writes(sql)) return real;
    return std::make_unique<Guarded>(*this, std::move(*real));
  }
  Result<void> execute(std::string_view sql) override {
    if (writes(sql) && due()) return std::unexpected(error());
    return real_.execute(sql);
  }
  std::int64_t changes() override { return real_.changes(); }
  bool in_transaction() override { return real_.in_transaction(); }

 private:
  class Guarded final : public Statement {
   public:
    Guarded(FaultInjectingDatabase& owner, std::unique_ptr<Statement> real)
        : owner_(owner), real_(std::move(real)) {}
    void bind(int at, std::int64_t value) override { real_->bind(at, value); }
    void bind(int at, std::string_view text) override { real_->bind(at, text); }
    void bind_blob(int at, std::string_view bytes) override { real_->bind_blob(at, bytes); }
    void bind_null(int at) override { real_->bind_null(at); }
    Result<bool> step() override {
      if (owner_.due()) return std::unexpected(owner_.error());
      return real_->step();
    }
    void reset() override { real_->reset(); }
    bool is_null(int column) override { return real_->is_null(column); }
    std::int64_t integer(int column) override { return real_->integer(column); }
    std::string text(int column) override { return real_->text(column); }

   private:
    FaultInjectingDatabase& owner_;
    std::unique_ptr<Statement> real_;
  };

  // Undoing must always be possible: SQLite's rollback needs no room.
  static bool writes(std::string_view sql) {
    std::string word(sql.substr(0, sql.find_first_of(" \n(")));
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::toupper(c); });
    return word != "SELECT" && word != "ROLLBACK" && word != "RELEASE" && sql != "PRAGMA user_version";
  }
  bool due() {
    if (countdown_ == 0) return false;
    if (countdown_ > 1) return --countdown_, false;
    if (once_) countdown_ = 0;
    return hit_ = true;
  }
  Error error() const { return {fault_, "injected"}; }

  Database& real_;
  int countdown_ = 0;
  bool hit_ = false;
  bool once_ = false;
  Fault fault_ = Fault::io_error;
};

}  // namespace mingbai::store
