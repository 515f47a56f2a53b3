#pragma once
// A transaction as a scope: what is not committed is rolled back when the scope ends, also on every early
// return.
//
//   auto transaction = Transaction::begin(db);
//   if (!transaction) return std::unexpected(transaction.error());
//   …
//   return transaction->commit();        // durable when this gives a value
//
// `begin` takes the write lock at once (BEGIN IMMEDIATE), so that no transaction fails half-way for want of
// it. A Savepoint is the same inside a transaction: it undoes one part and keeps the rest.

#include <utility>

#include "core/store/database.h"

namespace mingbai::store {

class Transaction {
 public:
  static Result<Transaction> begin(Database& db) {
    auto begun = db.execute("BEGIN IMMEDIATE");
    if (!begun) return std::unexpected(std::move(begun.error()));
    return Transaction(db);
  }
  Transaction(Transaction&& other) noexcept : db_(std::exchange(other.db_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction() {
    if (db_ && db_->in_transaction()) (void)db_->execute("ROLLBACK");
  }

  Result<void> commit() {
    auto done = db_->execute("COMMIT");
    if (done) db_ = nullptr;
    return done;
  }

 private:
  explicit Transaction(Database& db) : db_(&db) {}
  Database* db_;
};

class Savepoint {
 public:
  static Result<Savepoint> begin(Database& db) {
    auto begun = db.execute("SAVEPOINT part");
    if (!begun) return std::unexpected(std::move(begun.error()));
    return Savepoint(db);
  }
  Savepoint(Savepoint&& other) noexcept : db_(std::exchange(other.db_, nullptr)) {}
  Savepoint& operator=(Savepoint&&) = delete;
  ~Savepoint() {
    if (db_ && db_->in_transaction()) (void)db_->execute("ROLLBACK TO part; RELEASE part");
  }

  Result<void> release() {
    auto done = db_->execute("RELEASE part");
    if (done) db_ = nullptr;
    return done;
  }

 private:
  explicit Savepoint(Database& db) : db_(&db) {}
  Database* db_;
};

}  // namespace mingbai::store
